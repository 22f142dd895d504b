import type { LeadEdit } from '@leadlog/domain/edit-lead';
import { LeadRequest, type LeadTarget } from '../../lead-request';

export class EditLead extends LeadRequest {
  readonly command;

  constructor(target: LeadTarget, edit: LeadEdit) {
    super(target);
    this.command = { type: 'EditLead', edit } as const;
  }
}
