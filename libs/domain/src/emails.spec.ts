import fc from 'fast-check';
import { emailViolations, withOnePrimary } from './emails';
import { fold } from './folding';

const anyEmails = fc.array(
  fc.record({
    value: fc.constantFrom(
      'a@x.example',
      'A@x.example',
      'ä@x.example',
      'Ä@x.example',
      'b@x.example',
    ),
    is_primary: fc.boolean(),
  }),
);

describe("a contact's e-mails", () => {
  it('break no rule exactly when each is there once and at most one is primary', () => {
    fc.assert(
      fc.property(anyEmails, (emails) => {
        const distinct = new Set(emails.map(({ value }) => fold(value))).size === emails.length;
        const primaries = emails.filter(({ is_primary }) => is_primary).length;
        expect(emailViolations(emails).length === 0).toBe(distinct && primaries <= 1);
      }),
    );
  });

  it('have exactly one primary afterwards, the flagged one where there is one', () => {
    fc.assert(
      fc.property(anyEmails, (emails) => {
        fc.pre(emails.length > 0 && emails.filter(({ is_primary }) => is_primary).length <= 1);
        const flagged = emails.findIndex(({ is_primary }) => is_primary);
        const primaries = withOnePrimary(emails).flatMap(({ is_primary }, index) =>
          is_primary ? [index] : [],
        );
        expect(primaries).toEqual([Math.max(flagged, 0)]);
      }),
    );
  });
});
