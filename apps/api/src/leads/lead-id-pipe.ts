import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';

/**
 * An id of the path. What cannot be one names no lead: as if no route had taken the request, which may
 * have been meant for another method of `/leads/import`.
 */
export function leadId(text: unknown): number {
  const id = Number(text);
  if (!/^[1-9][0-9]*$/.test(String(text)) || !Number.isSafeInteger(id))
    throw new NotFoundException();
  return id;
}

@Injectable()
export class LeadIdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    return leadId(text);
  }
}
