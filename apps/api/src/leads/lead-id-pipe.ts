import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../http/problem-details';

/** An id of the path: what cannot be one names no lead. */
@Injectable()
export class LeadIdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = Number(text);
    if (!/^[1-9][0-9]*$/.test(text) || !Number.isSafeInteger(id)) throw notFound('lead');
    return id;
  }
}
