import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { LogActivity } from './log-activity';

@CommandHandler(LogActivity)
export class LogActivityHandler extends LeadRequestHandler {}
