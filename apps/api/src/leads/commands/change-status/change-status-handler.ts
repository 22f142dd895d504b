import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LeadCommands } from '../../lead-commands';
import { ChangeStatus } from './change-status';

@CommandHandler(ChangeStatus)
export class ChangeStatusHandler implements ICommandHandler<ChangeStatus> {
  constructor(private readonly leads: LeadCommands) {}

  execute({ caller, leadId, newStatus, conditions }: ChangeStatus) {
    const command = { type: 'ChangeStatus', new_status: newStatus } as const;
    return this.leads.run(caller, { leadId, command, ...conditions });
  }
}
