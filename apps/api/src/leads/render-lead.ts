import type { LeadRead } from '@leadlog/contracts/lead';
import type { Lead } from '@leadlog/domain/lead';
import { explainPriority, priorityUntil } from '@leadlog/domain/priority';

/** A lead as the contract shows it, its priority told as of a moment. */
export function renderLead(tenant_id: string, lead: Lead, at: Date): LeadRead {
  const { id, primary_contact, created_at, updated_at, version, ...facts } = lead;
  const priority_breakdown = explainPriority(lead, at);
  return {
    id,
    tenant_id,
    ...facts,
    priority: priority_breakdown.reduce((sum, { points }) => sum + points, 0),
    priority_until: priorityUntil(lead, at),
    priority_breakdown,
    primary_contact_id: primary_contact?.id ?? null,
    primary_contact,
    created_at,
    updated_at,
    version,
  };
}
