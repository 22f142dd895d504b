import { fieldErrors } from '@leadlog/contracts/field-errors';
import { ViewName } from '@leadlog/contracts/view';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { validationProblem } from '../http/problem-details';

/** The name of a view in a path, which is decoded by now. */
@Injectable()
export class ViewNamePipe implements PipeTransform<string, string> {
  transform(text: string): string {
    const result = ViewName.safeParse(text);
    if (result.success) return result.data;
    const errors = fieldErrors(result.error.issues);
    throw validationProblem(
      'query',
      errors.map((error) => ({ ...error, path: ['name'] })),
    );
  }
}
