import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { CreateLead } from './create-lead';

@CommandHandler(CreateLead)
export class CreateLeadHandler extends LeadRequestHandler {}
