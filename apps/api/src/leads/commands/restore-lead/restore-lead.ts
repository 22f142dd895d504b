import { LeadRequest } from '../../lead-request';

export class RestoreLead extends LeadRequest {
  readonly command = { type: 'RestoreLead' } as const;
}
