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
    const written = await this.writer.writeLead({ ...caller, ...request });
    this.report(caller, written);
    const body = renderLead(caller.tenantId, written.lead, written.at);
    return { position: written.position, body, isReplayed: written.isReplayed };
  }

  private report({ tenantId, actor, correlationId }: Caller, { lead, events }: WrittenLead): void {
    for (const event of events) {
      this.logger.log({
        msg: event.type,
        tenant: tenantId,
        lead: lead.id,
        actor,
        correlation_id: correlationId,
        ...(event.type === 'StatusChanged' && { status: event.data }),
      });
    }
  }
}
