import { importColumns } from '@leadlog/contracts/import-columns';
import { type FileRow, RowReader } from '@leadlog/contracts/import-rows';
import { LeadCreate } from '@leadlog/contracts/lead';
import { decide, type NewLead } from '@leadlog/domain/decide';
import { leadOf } from '@leadlog/domain/lead-specification';
import type { Lead } from '@leadlog/domain/lead';
import { INDUSTRIES, STATUSES } from '@leadlog/domain/vocabulary';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { fileRows } from '../../../imports/file/file-rows';
import { layoutOf } from '../../../imports/file/file-layout';
import { FileScan } from '../../../imports/file/file-scan';
import { textParts } from '../../../imports/file/text-parts';
import { HEADER_ROW, leadRow } from './lead-row';

const NOW = new Date('2026-11-22T10:00:00.000Z');

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...`'"=+-@;,\t ab.1`), minLength: 1, maxLength: 8 }),
);
const anyEmail = fc.record({
  value: fc.oneof(
    fc.emailAddress(),
    fc.constantFrom('=a@x.example', '+a@x.example', "'-a@x.example", 'ü@müller.example'),
  ),
  is_primary: fc.constant(false),
});
const anyContact = fc.record({
  first_name: fc.option(anyText),
  last_name: fc.option(anyText),
  phone: fc.option(fc.stringMatching(/^[+(]?\d[\d /.-]{3,12}$/)),
  emails: fc
    .tuple(fc.array(anyEmail, { maxLength: 4 }), fc.nat(3))
    .map(([emails, primary]) =>
      emails.map((email, index) => ({ ...email, is_primary: index === primary })),
    ),
});

/** Any lead that the contract lets be created. */
const anyLead: fc.Arbitrary<NewLead> = fc
  .record({
    name: anyText,
    domain: fc.option(fc.oneof(fc.domain(), fc.constant('www.müller.example'))),
    status: fc.constantFrom(...STATUSES),
    employee_count: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
    industry: fc.option(fc.constantFrom(...INDUSTRIES)),
    owner: fc.option(anyText),
    last_activity_at: fc.option(
      fc
        .date({ min: new Date(0), max: NOW, noInvalidDate: true })
        .map((date) => date.toISOString()),
    ),
    primary_contact: fc.option(anyContact),
  })
  .map((lead) => LeadCreate.safeParse(lead))
  .filter(({ success }) => success)
  .map(({ data }) => data!);

function created(lead: NewLead): Lead {
  const ids = { lead: 1, contact: 1, email: 1 };
  const decision = decide(null, { type: 'CreateLead', lead }, { now: NOW, ids });
  if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
  return leadOf(decision.events, NOW)!;
}

/** A lead as it is exported: the primary e-mail first, and one of them flagged. */
function normal(lead: NewLead): NewLead {
  const contact = lead.primary_contact;
  const emails = contact?.emails.toSorted((one, other) => +other.is_primary - +one.is_primary);
  const flagged = emails?.map((email, index) => ({ ...email, is_primary: index === 0 }));
  return { ...lead, primary_contact: contact && { ...contact, emails: flagged ?? [] } };
}

async function imported(csv: string): Promise<unknown[]> {
  const scan = new FileScan();
  scan.add(Buffer.from(csv));
  const { encoding, delimiter, columns } = layoutOf(scan.finish(), []);
  const parts = textParts(Readable.from([Buffer.from(csv)]), encoding);
  const rows = (await Readable.from(fileRows(parts, delimiter)).toArray()) as FileRow[];
  const reader = new RowReader(columns);
  return rows.map((row) => {
    const read = reader.read(row);
    return 'lead' in read ? read.lead : read.errors;
  });
}

describe('an exported list', () => {
  it('names its columns so that an import knows them, but for those that are ours to say', () => {
    const headers = HEADER_ROW.trim().split(',');
    const { columns } = importColumns(headers, []);
    const unknown = columns.filter(({ field }) => field === null);
    expect(unknown.map(({ header }) => header)).toEqual(['id', 'priority', 'created_at']);
  });

  it('imports as the leads that were exported, and runs nothing in a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLead, { maxLength: 6 }), async (leads) => {
        const csv = HEADER_ROW + leads.map((lead) => leadRow(created(lead), NOW)).join('');
        for (const cell of parse(csv).flat()) expect(cell).not.toMatch(/^[=+\-@]/);
        expect(await imported(csv)).toEqual(leads.map(normal));
      }),
    );
  });
});
