import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadCommand } from '@leadlog/domain/decide';
import { Injectable } from '@nestjs/common';
import { Command, type ICommandHandler } from '@nestjs/cqrs';
import type { Caller } from '../http/identity';
import type { TenantAnswer } from '../http/tenant-answer';
import { LeadCommands, type WriteConditions } from './lead-commands';

/** Which lead (`null`: a new one) is to be written, on whose behalf and on what conditions. */
export interface LeadTarget {
  caller: Caller;
  leadId: number | null;
  conditions: WriteConditions;
}

/** A request of somebody to have a command carried out on a lead; each use case is one of these. */
export abstract class LeadRequest extends Command<TenantAnswer<LeadRead>> {
  abstract readonly command: LeadCommand;

  constructor(readonly target: LeadTarget) {
    super();
  }
}

/** What the handlers of all such requests do. */
@Injectable()
export abstract class LeadRequestHandler implements ICommandHandler<LeadRequest> {
  constructor(private readonly leads: LeadCommands) {}

  execute({ target: { caller, leadId, conditions }, command }: LeadRequest) {
    return this.leads.run(caller, { leadId, command, ...conditions });
  }
}
