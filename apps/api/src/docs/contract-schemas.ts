import type { SchemaObject, StandardSchemaConverter } from '@nestjs/swagger';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const COMPONENTS = '#/components/schemas/';

/**
 * The contract's schemas as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. Nest's own way
 * leads through the dialect of OpenAPI 3.0, which knows neither `const` nor `null` nor `examples`.
 */
export class ContractSchemas {
  /** All schemas with a name that were met so far, as they belong under `components`. */
  readonly components: Record<string, SchemaObject> = {};

  readonly convert: StandardSchemaConverter = (schema, { schemaType }) => {
    if (!(schema instanceof z.ZodType)) return undefined;
    return { schema: this.add(schema, schemaType) };
  };

  /** The schema, as a reference where it has a name. */
  add(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const converted = z.toJSONSchema(schema, { io, override: tidy });
    const text = JSON.stringify(converted).replaceAll('#/$defs/', COMPONENTS);
    const { $defs, $schema: _, ...rest } = JSON.parse(text) as JsonSchema;
    Object.assign(this.components, $defs);
    return rest;
  }
}

/** Puts back what zod leaves out of requests, and takes out what tells a reader nothing. */
function tidy({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }) {
  // Of a field that is transformed zod takes these for the outcome; ours are what is sent.
  const { default: standard, examples } = z.globalRegistry.get(zodSchema) ?? {};
  if (standard !== undefined) jsonSchema.default = standard;
  if (Array.isArray(examples)) jsonSchema.examples = examples;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  joinNull(jsonSchema);
}

/** `type: [T, "null"]` instead of a choice between T and null, where T is a plain type. */
function joinNull(schema: JsonSchema): void {
  const [inner, none, ...others] = schema.anyOf ?? [];
  if (others.length > 0 || typeof inner !== 'object' || typeof none !== 'object') return;
  if (none.type !== 'null' || typeof inner.type !== 'string' || inner.enum) return;
  delete schema.anyOf;
  Object.assign(schema, { ...inner, ...schema, type: [inner.type, 'null'] });
}
