import { fold } from '@leadlog/domain/folding';
import { isErased, type KnownContact } from '../../contact';

/** What of a contact is different, named as the texts `history.contact` are. */
export type ContactChange =
  | {
      kind: 'change';
      field: 'first_name' | 'last_name' | 'phone' | 'primary_email';
      from: string | null;
      to: string | null;
    }
  | { kind: 'emailAdded' | 'emailRemoved'; email: string };

/** Both told as the history has them; null where one of them is not there, or erased. */
export function contactChanges(from: unknown, to: unknown): ContactChange[] | null {
  if (!isKnown(from) || !isKnown(to)) return null;
  const before = new Set(from.emails?.map(({ value }) => fold(value)));
  const after = new Set(to.emails?.map(({ value }) => fold(value)));
  const changes = [
    ...(['first_name', 'last_name', 'phone'] as const).map((field) => ({
      kind: 'change' as const,
      field,
      from: from[field] ?? null,
      to: to[field] ?? null,
    })),
    {
      kind: 'change' as const,
      field: 'primary_email' as const,
      from: primaryOf(from),
      to: primaryOf(to),
    },
  ].filter((change) => change.from !== change.to);
  const added = to.emails?.filter(({ value }) => !before.has(fold(value))) ?? [];
  const removed = from.emails?.filter(({ value }) => !after.has(fold(value))) ?? [];
  return [
    ...changes,
    ...removed.map(({ value }) => ({ kind: 'emailRemoved' as const, email: value })),
    ...added.map(({ value }) => ({ kind: 'emailAdded' as const, email: value })),
  ];
}

const isKnown = (value: unknown): value is Partial<KnownContact> =>
  typeof value === 'object' && value !== null && !isErased(value as KnownContact);

const primaryOf = ({ emails }: Partial<KnownContact>): string | null =>
  emails?.find(({ is_primary }) => is_primary)?.value ?? null;
