import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LeadCommands } from '../../lead-commands';
import { CreateLead } from './create-lead';

@CommandHandler(CreateLead)
export class CreateLeadHandler implements ICommandHandler<CreateLead> {
  constructor(private readonly leads: LeadCommands) {}

  execute({ caller, lead, conditions }: CreateLead) {
    const command = { type: 'CreateLead', lead } as const;
    return this.leads.run(caller, { leadId: null, command, ...conditions });
  }
}
