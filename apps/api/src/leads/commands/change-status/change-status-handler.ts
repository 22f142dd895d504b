import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { ChangeStatus } from './change-status';

@CommandHandler(ChangeStatus)
export class ChangeStatusHandler extends LeadRequestHandler {}
