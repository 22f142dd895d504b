import { LeadRequest } from '../../lead-request';

export class ArchiveLead extends LeadRequest {
  readonly command = { type: 'ArchiveLead' } as const;
}
