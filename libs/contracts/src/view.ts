import * as z from 'zod';
import { LeadListQuery, oneStart } from './lead-list';
import { text } from './text';

/** Trimmed, NFC. Names that differ in case alone are the same view. */
export const ViewName = text(100);

const { sort, limit, ...others } = LeadListQuery.shape;

const example = { query: { status: 'new', min_priority: 50 } };

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
        sort: sort.unwrap().optional().meta({ description: 'The order of the list.' }),
        limit: limit.unwrap().optional().meta({ description: 'How many leads a page has.' }),
      })
      .check(oneStart),
  )
  .meta({
    id: 'ViewQuery',
    description: "Any of the list's parameters.",
    examples: [example.query],
  });
export type ViewQuery = z.output<typeof ViewQuery>;

function asParameters(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const present = Object.entries(given).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(present.map(([name, value]) => [name, asParameter(value)]));
}

function asParameter(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** The body of `PUT /views/{name}`. */
export const ViewSave = z.strictObject({ query: ViewQuery }).meta({
  id: 'ViewSave',
  description: 'What a view shows.',
  examples: [example],
});
export type ViewSave = z.output<typeof ViewSave>;

const VIEW_EXAMPLE = { name: 'Hot and new', ...example };

export const View = z
  .strictObject({
    name: z.string().meta({ description: 'Unique in the tenant, in any case.' }),
    query: ViewQuery,
  })
  .meta({ id: 'View', description: 'A view of the list with a name.', examples: [VIEW_EXAMPLE] });
export type View = z.output<typeof View>;

export const ViewList = z
  .strictObject({ items: z.array(View).meta({ description: 'In order of their names.' }) })
  .meta({
    id: 'ViewList',
    description: "The tenant's views.",
    examples: [{ items: [VIEW_EXAMPLE] }],
  });
export type ViewList = z.output<typeof ViewList>;
