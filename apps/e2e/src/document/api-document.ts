import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { resolved } from './resolved.ts';

/** JSON Schema 2020-12, without references. */
export interface Schema {
  type?: string | string[];
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface DocumentedAnswer {
  headers?: Record<string, { required?: boolean; schema: Schema }>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema: Schema;
  example?: unknown;
  /** By their names; OpenAPI wraps each in an object. */
  examples?: Record<string, { value?: unknown }>;
}

/** One method of one path. */
export interface Operation {
  operationId: string;
  method: string;
  /** With its parameters in braces: `/leads/{id}`. */
  path: string;
  parameters: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  /** By their status. */
  responses: Record<string, DocumentedAnswer>;
}

type Paths = Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;

/** The OpenAPI document of a running service. */
export class ApiDocument {
  readonly operations: readonly Operation[];
  private readonly ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));

  constructor(written: Record<string, unknown>) {
    // Annotations: ajv-formats has no check for them.
    for (const format of ['base64', 'idn-email', 'idn-hostname']) this.ajv.addFormat(format, true);
    const paths = Object.entries(resolved(written)['paths'] as Paths);
    this.operations = paths.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        path,
      })),
    );
  }

  /** What the service at this address serves; it is asked once, and what is the same is read once. */
  static async at(url: string): Promise<ApiDocument> {
    const text = served.get(url) ?? (await (await fetch(`${url}/openapi.json`)).text());
    served.set(url, text);
    const document = read.get(text) ?? new ApiDocument(JSON.parse(text) as Record<string, unknown>);
    read.set(text, document);
    return document;
  }

  /** The operations of the path that a request is made to, one a method. */
  operationsAt(pathname: string): Operation[] {
    const matching = this.operations.filter(({ path }) => toPattern(path).test(pathname));
    // What is named in full goes before what a parameter takes.
    const [best] = matching.map(({ path }) => path).sort((a, b) => holes(a) - holes(b));
    return matching.filter(({ path }) => path === best);
  }

  /** What is wrong with a value in the eyes of a schema of the document. */
  faultsOf(schema: Schema, value: unknown): string[] {
    const validate = this.ajv.compile(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || 'the whole'} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** The texts of the documents, by the address of the service. */
const served = new Map<string, string>();
const read = new Map<string, ApiDocument>();

const holes = (path: string) => path.split('{').length;

/** A slash at the end makes no difference. */
function toPattern(path: string): RegExp {
  const escaped = path.replaceAll(/[.+*?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
}
