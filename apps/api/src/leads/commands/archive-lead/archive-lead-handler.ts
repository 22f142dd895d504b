import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { ArchiveLead } from './archive-lead';

@CommandHandler(ArchiveLead)
export class ArchiveLeadHandler extends LeadRequestHandler {}
