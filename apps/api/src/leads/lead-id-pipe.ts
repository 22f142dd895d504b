import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../http/problem-details';

/** An id of the path: what cannot be one names no lead. */
export function leadId(text: unknown): number {
  const id = Number(text);
  if (!/^[1-9][0-9]*$/.test(String(text)) || !Number.isSafeInteger(id)) throw notFound('lead');
  return id;
}

@Injectable()
export class LeadIdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    return leadId(text);
  }
}
