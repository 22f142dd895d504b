import * as z from 'zod';
import { IGNORED, readMapping, type HeaderMapping } from './import-columns';
import { IMPORT_FIELDS } from './import-fields';

/** An import takes so many rows and bytes at most. */
export const MAX_IMPORT_ROWS = 100_000;
export const MAX_IMPORT_BYTES = 50 * 1024 * 1024;

/** So many refused rows are told by `GET /imports/{id}`; all of them by its CSV. */
export const REFUSED_ROWS_TOLD = 1_000;

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const MAP_MESSAGE = `must be HEADER:field, each header once; fields are ${IMPORT_FIELDS.join(', ')} and ${IGNORED}`;

/** A parameter of the query that may be repeated. */
const Mappings = z
  .union([z.string(), z.array(z.string()).max(200)])
  .default([])
  .transform((given, context): HeaderMapping[] => {
    const mappings = [given].flat().map(readMapping);
    const known = mappings.filter((mapping) => mapping !== null);
    const isUnique = new Set(known.map(({ header }) => header)).size === mappings.length;
    if (!isUnique)
      context.addIssue({ code: 'custom', message: MAP_MESSAGE, params: { code: 'map' } });
    return known;
  })
  .meta({
    type: 'array',
    items: { type: 'string', pattern: `^.+:(${[...IMPORT_FIELDS, IGNORED].join('|')})$` },
    anyOf: undefined,
    default: undefined,
    description:
      '`HEADER:field` for a header that is not recognised, as often as needed; ' +
      `\`HEADER:${IGNORED}\` leaves a column out. Fields: ${IMPORT_FIELDS.join(', ')}.`,
  });

/** The query of `POST /leads/import`. */
export const ImportQuery = z.strictObject({
  map: Mappings,
  dry_run: flag.meta({ description: 'Reports as the import would, but writes no lead.' }),
  force: flag.meta({ description: 'Imports a file again that was imported before.' }),
});
export type ImportQuery = z.output<typeof ImportQuery>;

const REFUSED_EXAMPLE = {
  line: 17,
  column: 'E-Mail',
  detail: 'must be an e-mail address such as ada@acme.example',
  code: 'email',
};

export const RefusedRow = z
  .strictObject({
    line: z.int().min(2).meta({ description: 'Where the row begins; the header is line 1.' }),
    column: z.string().nullable().meta({
      description: "The file's header of the first cell that is wrong; null: the row as a whole.",
    }),
    detail: z.string().meta({ description: 'What is wrong, with every cell of the row.' }),
    code: z.string().meta({ description: 'Stable name of the first rule that is broken.' }),
  })
  .meta({
    id: 'RefusedRow',
    description: 'A row that made no lead, and why.',
    examples: [REFUSED_EXAMPLE],
  });
export type RefusedRow = z.output<typeof RefusedRow>;

/** Why an import as a whole came to nothing. */
export const ImportFailure = z
  .strictObject({
    code: z
      .enum(['unreadable', 'too_many_rows', 'internal'])
      .meta({ description: 'Stable name of the reason.' }),
    detail: z.string().meta({ description: 'The reason in words.' }),
    line: z.int().min(2).nullable().meta({
      description: 'Where the row begins that cannot be read; null: no row is to blame.',
    }),
  })
  .meta({
    id: 'ImportFailure',
    description: 'Why an import as a whole came to nothing.',
    examples: [{ code: 'too_many_rows', detail: 'a file has at most 100,000 rows', line: null }],
  });
export type ImportFailure = z.output<typeof ImportFailure>;

const Count = z.int().min(0);

export const Import = z
  .strictObject({
    id: z.string().meta({ description: 'Names the import.' }),
    status: z.enum(['running', 'done', 'failed']).meta({ description: 'How far it is.' }),
    dry_run: z.boolean().meta({ description: 'It only reports.' }),
    rows: Count.meta({ description: 'Rows of the file, without its header; 0 until counted.' }),
    imported: Count.meta({ description: 'Rows that are leads now; in a dry run, that would be.' }),
    refused: Count.meta({ description: 'Rows that made no lead; `refused_rows` says why.' }),
    batch_id: z.string().meta({
      description: 'Stands, with the line, as `import` in the `data` of every LeadCreated.',
    }),
    failure: ImportFailure.nullable().meta({ description: 'Null unless it failed.' }),
    refused_rows: z.array(RefusedRow).max(REFUSED_ROWS_TOLD).meta({
      description: 'The first 1,000, for a day; all as CSV at `/imports/{id}/refused`.',
    }),
  })
  .meta({
    id: 'Import',
    description: 'A file that is, or was, imported.',
    examples: [
      {
        id: '6f1f3a52-4f3b-4a52-9d0e-0f6d4a4f7c11',
        status: 'done',
        dry_run: false,
        rows: 5000,
        imported: 4999,
        refused: 1,
        batch_id: '6f1f3a52-4f3b-4a52-9d0e-0f6d4a4f7c11',
        failure: null,
        refused_rows: [REFUSED_EXAMPLE],
      },
    ],
  });
export type Import = z.output<typeof Import>;
