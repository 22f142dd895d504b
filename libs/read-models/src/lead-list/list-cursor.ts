import type { LeadTable } from '@leadlog/database/tables';
import type { Tables } from '@leadlog/database/tables';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';

/** The lead after which a page starts: its value in the column that is sorted by, and its id. */
export interface Cursor {
  value: string | number | null;
  id: number;
}

/** What comes after the cursor in the order (column, nulls last; id). */
export function pageAfter(column: keyof LeadTable, descending: boolean, { value, id }: Cursor) {
  return (leads: ExpressionBuilder<Tables, 'leads'>): Expression<SqlBool> => {
    const laterId = leads('id', '>', id);
    if (value === null) return leads.and([leads(column, 'is', null), laterId]);
    return leads.or([
      leads(column, descending ? '<' : '>', value),
      leads.and([leads(column, '=', value), laterId]),
      leads(column, 'is', null),
    ]);
  };
}

/** A cursor as an opaque text that also names the order it belongs to. */
export function encodeCursor(sort: string, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** The cursor of a text, or null where the text is none of this order. */
export function decodeCursor(sort: string, text: string): Cursor | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== sort) return null;
    const [, value, id] = parts as unknown[];
    const known = value === null || typeof value === 'string' || Number.isSafeInteger(value);
    if (!known || !Number.isSafeInteger(id)) return null;
    return { value: value as Cursor['value'], id: id as number };
  } catch {
    // Not JSON: somebody else's text.
    return null;
  }
}
