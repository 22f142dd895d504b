import type { NewContact } from '@leadlog/domain/primary-contact';
import { LeadRequest, type LeadTarget } from '../../lead-request';

export class SetPrimaryContact extends LeadRequest {
  readonly command;

  constructor(target: LeadTarget, contact: NewContact) {
    super(target);
    this.command = { type: 'SetPrimaryContact', contact } as const;
  }
}
