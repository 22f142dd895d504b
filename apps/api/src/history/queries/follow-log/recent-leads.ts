import type { Lead } from '@leadlog/domain/lead';

/** Leads that a feed remembers, so that not every event has its lead folded anew. */
const KEPT = 256;

/** The leads that a feed saw last, as their newest event left them. */
export class RecentLeads {
  private readonly leads = new Map<number, Lead>();

  /** The lead at just this version, if it is remembered. */
  at(leadId: number, version: number): Lead | undefined {
    const lead = this.leads.get(leadId);
    return lead?.version === version ? lead : undefined;
  }

  keep(lead: Lead): void {
    this.leads.delete(lead.id);
    this.leads.set(lead.id, lead);
    const [oldest] = this.leads.keys();
    if (this.leads.size > KEPT && oldest !== undefined) this.leads.delete(oldest);
  }
}
