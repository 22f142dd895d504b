import type { LeadRead } from '@leadlog/contracts/lead';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../http/identity';
import type { TenantAnswer } from '../http/tenant-answer';
import { WRITER } from '../providers';
import type { Writer } from '../writing/writer';
import type { LeadWrite, WrittenLead } from './lead-writer';
import { renderLead } from './render-lead';

/** The conditions that a request puts on being carried out. */
export type WriteConditions = Pick<LeadWrite, 'acceptedVersions' | 'repeatable'>;

/** What a caller wants done to a lead; `leadId` null: to a new one. */
export type LeadRequest = Pick<LeadWrite, 'leadId' | 'command'> & WriteConditions;

/** Carries commands out, and answers with the lead as they left it. */
@Injectable()
export class LeadCommands {
  private readonly logger = new Logger('Command');

  constructor(@Inject(WRITER) private readonly writer: Writer) {}

  async run(caller: Caller, request: LeadRequest): Promise<TenantAnswer<LeadRead>> {
    const written = await this.carryOut(caller, request);
    const body = renderLead(caller.tenantId, written.lead, written.at);
    return { position: written.position, body, isReplayed: written.isReplayed };
  }

  private async carryOut(caller: Caller, request: LeadRequest): Promise<WrittenLead> {
    try {
      const written = await this.writer.writeLead({ ...caller, ...request });
      this.report(caller, request, { lead: written.lead.id, ...told(written) });
      return written;
    } catch (error) {
      // Why it was refused stands in the answer; a reason may be a person's own word.
      this.report(caller, request, {
        lead: request.leadId,
        error: (error as Error).constructor.name,
      });
      throw error;
    }
  }

  /** One line a command: what it was about and what came of it, and nothing that tells of a person. */
  private report({ tenantId, actor, correlationId }: Caller, request: LeadRequest, result: object) {
    const { type } = request.command;
    const who = { tenant: tenantId, actor, correlation_id: correlationId };
    this.logger.log({ msg: type, ...who, ...result });
  }
}

/** What happened, where anything did. */
function told({ events, isReplayed }: WrittenLead): object {
  const change = events.find((event) => event.type === 'StatusChanged');
  return {
    events: events.map(({ type }) => type),
    positions: events.map(({ position }) => position),
    ...(change && { status: change.data }),
    ...(isReplayed && { replayed: true }),
  };
}
