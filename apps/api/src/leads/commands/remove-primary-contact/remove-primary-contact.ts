import { LeadRequest } from '../../lead-request';

export class RemovePrimaryContact extends LeadRequest {
  readonly command = { type: 'RemovePrimaryContact' } as const;
}
