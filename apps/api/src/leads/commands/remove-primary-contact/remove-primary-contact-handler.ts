import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { RemovePrimaryContact } from './remove-primary-contact';

@CommandHandler(RemovePrimaryContact)
export class RemovePrimaryContactHandler extends LeadRequestHandler {}
