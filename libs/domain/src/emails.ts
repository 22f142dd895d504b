import { fold } from './folding';

export interface EmailEntry {
  value: string;
  is_primary: boolean;
}

export interface EmailViolation {
  /** Index in the list that was given. */
  index: number;
  code: 'duplicate_email' | 'second_primary_email';
}

/** What keeps a contact's e-mails from being stored: a repeat in any case, or a second primary. */
export function emailViolations(emails: readonly EmailEntry[]): EmailViolation[] {
  const seen = new Set<string>();
  const violations: EmailViolation[] = [];
  let primaries = 0;
  emails.forEach((email, index) => {
    const folded = fold(email.value);
    if (seen.has(folded)) violations.push({ index, code: 'duplicate_email' });
    seen.add(folded);
    if (email.is_primary && ++primaries > 1)
      violations.push({ index, code: 'second_primary_email' });
  });
  return violations;
}

/** The same e-mails with exactly one primary: where none is flagged, the first becomes it. */
export function withOnePrimary(emails: readonly EmailEntry[]): EmailEntry[] {
  const flagged = emails.some((email) => email.is_primary);
  return emails.map((email, index) =>
    flagged || index > 0 ? email : { ...email, is_primary: true },
  );
}
