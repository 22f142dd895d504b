import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { EditLead } from './edit-lead';

@CommandHandler(EditLead)
export class EditLeadHandler extends LeadRequestHandler {}
