import * as z from 'zod';
import { LeadListQuery, oneStart } from './lead-list';
import { text } from './text';

/** Trimmed, NFC. Names that differ in case alone are the same view. */
export const ViewName = text(100);

const { sort, limit, ...others } = LeadListQuery.shape;

/**
 * Any of the list's parameters, by the rules of its query, but without its defaults. As in an address
 * a number is the same as its digits, and `null` and the empty text are the same as absent.
 */
export const ViewQuery = z
  .preprocess(
    asParameters,
    z
      .strictObject({
        ...others,
        sort: sort.unwrap().optional(),
        limit: limit.unwrap().optional(),
      })
      .check(oneStart),
  )
  .meta({ id: 'ViewQuery', description: "Any of the list's parameters." });
export type ViewQuery = z.output<typeof ViewQuery>;

function asParameters(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const present = Object.entries(given).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(present.map(([name, value]) => [name, asParameter(value)]));
}

function asParameter(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

const example = { query: { status: 'new', min_priority: 50 } };

/** The body of `PUT /views/{name}`. */
export const ViewSave = z.strictObject({ query: ViewQuery }).meta({ id: 'ViewSave', example });
export type ViewSave = z.output<typeof ViewSave>;

export const View = z
  .strictObject({ name: z.string(), query: ViewQuery })
  .meta({ id: 'View', example: { name: 'Hot and new', ...example } });
export type View = z.output<typeof View>;

export const ViewList = z.strictObject({ items: z.array(View) }).meta({ id: 'ViewList' });
export type ViewList = z.output<typeof ViewList>;
