import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { RestoreLead } from './restore-lead';

@CommandHandler(RestoreLead)
export class RestoreLeadHandler extends LeadRequestHandler {}
