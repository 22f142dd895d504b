import fc from 'fast-check';
import { LeadVersions } from './lead-versions';

describe('the versions of leads', () => {
  it('have to be 1, 2, 3 … in each lead', () => {
    const versions = new LeadVersions(true);
    expect(versions.follows(1, 1)).toBe(true);
    expect(versions.follows(2, 1)).toBe(true);
    expect(versions.follows(1, 2)).toBe(true);
    expect(versions.follows(1, 2)).toBe(false);
    expect(versions.follows(2, 3)).toBe(false);
    expect(versions.follows(3, 2)).toBe(false);
  });

  it('may begin anywhere where events came before', () => {
    const versions = new LeadVersions(false);
    expect(versions.follows(7, 5)).toBe(true);
    expect(versions.follows(7, 5)).toBe(false);
    expect(versions.follows(7, 6)).toBe(true);
    expect(versions.follows(8, 0)).toBe(false);
  });

  it('need no table up to a number that is forged', () => {
    const versions = new LeadVersions(true);
    for (const lead of [2 ** 52, -1, 2 ** 31]) {
      expect(versions.follows(lead, 1)).toBe(true);
      expect(versions.follows(lead, 3)).toBe(false);
      expect(versions.follows(lead, 2)).toBe(true);
    }
  });

  it('are those of a plain map, whatever the numbers and their order', () => {
    const lead = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 40_000 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lead, fc.integer({ min: 1, max: 3 })), { maxLength: 300 }),
        (steps) => {
          const versions = new LeadVersions(true);
          const plain = new Map<number, number>();
          for (const [leadId, version] of [...steps, ...steps]) {
            const follows = version === (plain.get(leadId) ?? 0) + 1;
            if (follows) plain.set(leadId, version);
            expect(versions.follows(leadId, version)).toBe(follows);
          }
        },
      ),
    );
  });

  it('keep what was ahead when the table reaches it', () => {
    const versions = new LeadVersions(true);
    expect(versions.follows(9_000, 1)).toBe(true);
    for (let lead = 1; lead < 9_000; lead += 1) expect(versions.follows(lead, 1)).toBe(true);
    expect(versions.follows(9_000, 1)).toBe(false);
    expect(versions.follows(9_000, 2)).toBe(true);
  });
});
