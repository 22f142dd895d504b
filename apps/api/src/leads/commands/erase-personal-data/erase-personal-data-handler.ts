import { CommandHandler } from '@nestjs/cqrs';
import { LeadRequestHandler } from '../../lead-request';
import { ErasePersonalData } from './erase-personal-data';

@CommandHandler(ErasePersonalData)
export class ErasePersonalDataHandler extends LeadRequestHandler {}
