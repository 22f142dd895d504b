import { compared, interleaved, type Figure } from '../figure.ts';
import type { Service } from '../services/service.ts';
import { perSecond } from '../statistics.ts';
import { appendRate } from './append.ts';
import { sealedContent } from './raw-content.ts';
import { openRawSqlite } from './raw-sqlite.ts';
import type { UnderTest } from './under-test.ts';

const EVERY_MS = 20;
/** Rows that share a raw commit. */
const ROWS_AT_ONCE = 500;

const HEADER =
  'Firma;Webseite;Mitarbeiter;Branche;Letzter Kontakt;Zuständig;Vorname;Nachname;E-Mail';
const row = (n: number) =>
  `Müller ${n} GmbH;m${n}.example;${1 + (n % 900)};Technologie;20.10.2026;mara;Ada;Lovelace ${n};ada${n}@m.example`;

/** A CSV file of so many rows with a contact; beside raw rows that are encrypted and chained. */
export async function imports({ leadlogs, effort }: UnderTest, rows: number): Promise<Figure[]> {
  const [leadlog] = leadlogs.slice(-1);
  if (!leadlog) return [];
  const file = [HEADER, ...Array.from({ length: rows }, (_, index) => row(index))].join('\r\n');
  const raw = openRawSqlite(sealedContent());
  const [limit = [], ours = []] = await interleaved(
    effort.rounds,
    [raw, leadlog],
    async (subject) => ({
      rate:
        subject === raw
          ? await appendRate(raw, { callers: ROWS_AT_ONCE, tenants: 1 }, effort.milliseconds)
          : await importRate(leadlog, file, rows),
    }),
  );
  await raw.close();
  return [
    {
      work: 'import of a CSV file',
      size: rows,
      of: 'rows',
      ...compared('rate', ours, limit),
      unit: 'rows/s',
      goal: '≥ 5,000',
    },
  ];
}

/** Rows a second from the first byte that is sent to the last row that is durable. */
async function importRate({ port }: Service, file: string, rows: number): Promise<number> {
  const start = performance.now();
  let job = await ask(port, '/leads/import?force=true', { method: 'POST', body: file });
  while (job.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    job = await ask(port, `/imports/${job.id}`);
  }
  if (job.imported !== rows) throw new Error(`of ${rows} rows ${job.imported} were imported`);
  return perSecond(rows, performance.now() - start);
}

async function ask(port: number, path: string, init: RequestInit = {}) {
  const headers = { 'X-Tenant-ID': 'imports', 'Content-Type': 'text/csv' };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
  return (await response.json()) as { id: string; status: string; imported: number };
}
