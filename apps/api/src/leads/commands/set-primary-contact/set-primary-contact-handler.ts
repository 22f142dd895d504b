import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { SetPrimaryContact } from './set-primary-contact';

@CommandHandler(SetPrimaryContact)
export class SetPrimaryContactHandler extends LeadRequestHandler {}
