import fc from 'fast-check';
import { explainPriority, MAX_PRIORITY, priority, priorityUntil, type Scored } from './priority';
import { INDUSTRIES, PRIORITY_CRITERIA, STATUSES } from './vocabulary';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

const nothing: Scored = {
  status: 'lost',
  primary_contact: null,
  domain: null,
  employee_count: null,
  industry: null,
  last_activity_at: null,
};

const before = (ms: number) => new Date(NOW.getTime() - ms).toISOString();

describe('the points of each criterion (API contract, Priority)', () => {
  it.each([
    [{ status: 'new' }, 10],
    [{ status: 'qualified' }, 50],
    [{ status: 'lost' }, 0],
    [{ primary_contact: {} }, 20],
    [{ domain: 'acme.example' }, 10],
    [{ employee_count: 1 }, 10],
    [{ employee_count: 49 }, 10],
    [{ employee_count: 50 }, 20],
    [{ employee_count: 200 }, 20],
    [{ employee_count: 201 }, 30],
    [{ industry: 'tech' }, 15],
    [{ industry: 'finance' }, 15],
    [{ industry: 'healthcare' }, 15],
    [{ industry: 'retail' }, 0],
    [{ last_activity_at: before(0) }, 20],
    [{ last_activity_at: before(7 * DAY - 1) }, 20],
    [{ last_activity_at: before(7 * DAY) }, 10],
    [{ last_activity_at: before(30 * DAY) }, 10],
    [{ last_activity_at: before(30 * DAY + 1) }, 0],
  ] as [Partial<Scored>, number][])('%j: %i', (facts, points) => {
    expect(priority({ ...nothing, ...facts }, NOW)).toBe(points);
  });
});

const anyMoment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});

const anyLead: fc.Arbitrary<Scored> = fc.record({
  status: fc.constantFrom(...STATUSES),
  primary_contact: fc.option(fc.constant({})),
  domain: fc.option(fc.domain()),
  employee_count: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  industry: fc.option(fc.constantFrom(...INDUSTRIES)),
  last_activity_at: fc.option(anyMoment.map((date) => date.toISOString())),
});

describe('a priority', () => {
  it('is the sum of its six parts, from 0 to 145', () => {
    fc.assert(
      fc.property(anyLead, anyMoment, (lead, now) => {
        const parts = explainPriority(lead, now);
        expect(parts.map(({ criterion }) => criterion)).toEqual(PRIORITY_CRITERIA);
        const sum = parts.reduce((total, { points }) => total + points, 0);
        expect(priority(lead, now)).toBe(sum);
        expect(sum).toBeGreaterThanOrEqual(0);
        expect(sum).toBeLessThanOrEqual(MAX_PRIORITY);
      }),
    );
  });

  it('reaches 145', () => {
    const best: Scored = {
      status: 'qualified',
      primary_contact: {},
      domain: 'acme.example',
      employee_count: 500,
      industry: 'tech',
      last_activity_at: NOW.toISOString(),
    };
    expect(priority(best, NOW)).toBe(MAX_PRIORITY);
  });

  it('stays what it is until it falls, and then is lower', () => {
    fc.assert(
      fc.property(anyLead, anyMoment, (lead, now) => {
        const until = priorityUntil(lead, now);
        if (until === null) {
          const muchLater = new Date(now.getTime() + 400 * DAY);
          expect(priority(lead, muchLater)).toBe(priority(lead, now));
          return;
        }
        const fall = new Date(until);
        expect(fall.getTime()).toBeGreaterThan(now.getTime());
        expect(priority(lead, new Date(fall.getTime() - 1))).toBe(priority(lead, now));
        expect(priority(lead, fall)).toBeLessThan(priority(lead, now));
      }),
    );
  });
});
