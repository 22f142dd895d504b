import { fieldErrors } from '@leadlog/contracts/field-errors';
import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { validationProblem } from './problem-details';

/** Reads a body or a query by the zod schema of its parameter. */
@Injectable()
export class SchemaValidationPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!schema || (type !== 'body' && type !== 'query')) return value;
    // Nest's own pipe cannot ask zod for the inputs, by which an absent field is told from a wrong one.
    const result = (schema as z.ZodType).safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    throw validationProblem(type, fieldErrors(result.error.issues));
  }
}
