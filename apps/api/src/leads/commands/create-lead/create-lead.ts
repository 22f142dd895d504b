import type { NewLead } from '@leadlog/domain/decide';
import { LeadRequest, type LeadTarget } from '../../lead-request';

export class CreateLead extends LeadRequest {
  readonly command;

  constructor(target: LeadTarget, lead: NewLead) {
    super(target);
    this.command = { type: 'CreateLead', lead } as const;
  }
}
