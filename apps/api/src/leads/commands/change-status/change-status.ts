import type { Status } from '@leadlog/domain/vocabulary';
import { LeadRequest, type LeadTarget } from '../../lead-request';

export class ChangeStatus extends LeadRequest {
  readonly command;

  constructor(target: LeadTarget, new_status: Status) {
    super(target);
    this.command = { type: 'ChangeStatus', new_status } as const;
  }
}
