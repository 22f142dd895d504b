import { LeadCreate } from '@leadlog/contracts/lead';
import { demoLeads } from './leads.ts';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const leads = demoLeads(250, NOW);

describe('the demonstration leads', () => {
  it('are the same each time', () => {
    expect(demoLeads(250, NOW)).toEqual(leads);
    expect(demoLeads(300, NOW).slice(0, 250)).toEqual(leads);
  });

  it('satisfy the contract', () => {
    for (const { lead } of leads) expect(LeadCreate.safeParse(lead).error).toBeUndefined();
  });

  it('have names of their own', () => {
    expect(new Set(leads.map(({ lead }) => lead.name)).size).toBe(250);
  });

  it('point at nobody: every domain and e-mail is a reserved one', () => {
    for (const { lead } of leads) {
      const emails = (lead.primary_contact?.emails ?? []).map(({ value }) => value);
      for (const address of [lead.domain ?? 'none.example', ...emails])
        expect(address).toMatch(/\.example$/);
    }
  });

  it('spread their activity over sixty days', () => {
    const ages = leads.flatMap(({ lead }) =>
      lead.last_activity_at ? [NOW.getTime() - Date.parse(lead.last_activity_at)] : [],
    );
    const days = ages.map((age) => age / (24 * 60 * 60 * 1000));
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...days)).toBeLessThanOrEqual(60);
    for (const [from, to] of [
      [0, 7],
      [7, 30],
      [30, 60],
    ] as const)
      expect(days.filter((day) => day >= from && day < to).length).toBeGreaterThan(10);
  });
});
