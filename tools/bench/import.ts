/** How fast the built service imports a CSV file, each row durable: node tools/bench/import.ts */
import { pinning, startService } from './writers/processes.ts';

const ROWS = Number(process.env['ROWS'] ?? 50_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const EVERY_MS = 20;

const header =
  'Firma;Webseite;Mitarbeiter;Branche;Letzter Kontakt;Zuständig;Vorname;Nachname;E-Mail';
const row = (n: number) =>
  `Müller ${n} GmbH;m${n}.example;${1 + (n % 900)};Technologie;20.10.2026;mara;Ada;Lovelace ${n};ada${n}@m.example`;
const file = [header, ...Array.from({ length: ROWS }, (_, index) => row(index))].join('\r\n');

async function ask(port: number, path: string, init: RequestInit = {}) {
  const headers = { 'X-Tenant-ID': 'bench', 'Content-Type': 'text/csv' };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
  return (await response.json()) as { id: string; status: string; imported: number };
}

/** Rows a second from the first byte that is sent to the last row that is durable. */
async function measure(port: number): Promise<number> {
  const start = performance.now();
  let job = await ask(port, '/leads/import?force=true', { method: 'POST', body: file });
  while (job.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    job = await ask(port, `/imports/${job.id}`);
  }
  if (job.imported !== ROWS) throw new Error(`of ${ROWS} rows ${job.imported} were imported`);
  return (ROWS / (performance.now() - start)) * 1000;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const service = await startService('leadlog', 'dist/apps/api/main.mjs');
const rates: number[] = [];
const before = service.cpu();
for (let round = 0; round < ROUNDS; round += 1) rates.push(await measure(service.port));
const cpu = ((service.cpu() - before) * 1000) / (ROWS * ROUNDS);
await service.stop();
console.log(
  `${ROWS} rows with a contact, ${ROUNDS} rounds, ${pinning}: ${median(rates).toFixed(0)} rows/s, ` +
    `${cpu.toFixed(0)} µs of processor time a row`,
);
