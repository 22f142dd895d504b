import type { NewActivity } from '@leadlog/domain/decide';
import { LeadRequest, type LeadTarget } from '../../lead-request';

export class LogActivity extends LeadRequest {
  readonly command;

  constructor(target: LeadTarget, activity: NewActivity) {
    super(target);
    this.command = { type: 'LogActivity', activity } as const;
  }
}
