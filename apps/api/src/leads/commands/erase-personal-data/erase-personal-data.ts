import { LeadRequest } from '../../lead-request';

export class ErasePersonalData extends LeadRequest {
  readonly command = { type: 'ErasePersonalData' } as const;
}
