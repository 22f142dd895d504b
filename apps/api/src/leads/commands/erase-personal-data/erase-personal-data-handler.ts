import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LeadCommands } from '../../lead-commands';
import { ErasePersonalData } from './erase-personal-data';

@CommandHandler(ErasePersonalData)
export class ErasePersonalDataHandler implements ICommandHandler<ErasePersonalData> {
  constructor(private readonly leads: LeadCommands) {}

  execute({ caller, leadId, conditions }: ErasePersonalData) {
    const command = { type: 'ErasePersonalData' } as const;
    return this.leads.run(caller, { leadId, command, ...conditions });
  }
}
