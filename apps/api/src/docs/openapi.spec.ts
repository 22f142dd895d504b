import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020';
import { previewOpenApiDocument } from './preview';

/** A part of the document, and where it stands. */
type Part = Record<string, unknown> & { at: string };

/** What an integrator meets first; the linter of `nx run api-client:check` looks at the rest. */
describe('the OpenAPI document', () => {
  let document: OpenAPIObject;
  let parts: Part[];
  let ajv: Ajv2020;

  beforeAll(async () => {
    document = await previewOpenApiDocument();
    parts = [...partsOf(document, '#')];
    ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
    // Annotations: ajv-formats has no check for them, and the service's own is stricter.
    for (const format of ['base64', 'idn-email', 'idn-hostname']) ajv.addFormat(format, true);
    ajv.addSchema(document, 'openapi.json');
  });

  const validate = (at: string, value: unknown) => {
    const schema = ajv.getSchema(`openapi.json${at}`)!;
    return schema(value) ? [] : [`${at}: ${ajv.errorsText(schema.errors)}`];
  };

  it('has a description for each schema, each of its fields, each parameter and each answer', () => {
    const isToBeDescribed =
      /^#\/(components\/(schemas|parameters|headers|responses)\/[^/]+|.*\/properties\/[^/]+|.*\/parameters\/\d+|.*\/responses\/\d+)$/;
    const silent = parts.filter(
      (part) => isToBeDescribed.test(part.at) && !part['$ref'] && !part['description'],
    );
    expect(silent.map(({ at }) => at)).toEqual([]);
  });

  it('has a summary for each operation', () => {
    const operations = parts.filter(({ at }) => /^#\/paths\/[^/]+\/[a-z]+$/.test(at));
    expect(operations.length).toBeGreaterThan(20);
    expect(operations.filter(({ summary }) => !summary).map(({ at }) => at)).toEqual([]);
  });

  it('has an example for each schema with a name', () => {
    const named = parts.filter(({ at }) => /^#\/components\/schemas\/[^/]+$/.test(at));
    expect(named.length).toBeGreaterThan(20);
    const bare = named.filter(({ examples }) => !Array.isArray(examples) || examples.length === 0);
    expect(bare.map(({ at }) => at)).toEqual([]);
  });

  it('has no example that breaks its schema', () => {
    const ofSchemas = parts.flatMap(({ at, examples }) =>
      Array.isArray(examples) ? examples.flatMap((example) => validate(at, example)) : [],
    );
    const beside = parts.flatMap(({ at, schema, example, examples }) => {
      if (!schema) return [];
      const named = Object.values((examples ?? {}) as Record<string, { value: unknown }>);
      const values = named.map(({ value }) => value);
      if (example !== undefined) values.push(example);
      return values.flatMap((value) => validate(`${at}/schema`, value));
    });
    expect([...ofSchemas, ...beside]).toEqual([]);
  });

  it('has no default that breaks its schema', () => {
    const broken = parts.flatMap(({ at, default: value }) =>
      value === undefined || at.endsWith('/responses') ? [] : validate(at, value),
    );
    expect(broken).toEqual([]);
  });
});

/** All objects of the document, but for what stands in examples. */
function* partsOf(value: unknown, at: string): Generator<Part> {
  if (typeof value !== 'object' || value === null || /\/examples?(\/|$)/.test(at)) return;
  if (!Array.isArray(value)) yield { ...value, at };
  for (const [name, child] of Object.entries(value))
    yield* partsOf(child, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}
