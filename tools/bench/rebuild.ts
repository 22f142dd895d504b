/** How fast the lead list is rebuilt from the log: node tools/bench/rebuild.ts */
import { importBundled } from './bundle.ts';

const { openLog } = await importBundled<{
  openLog(
    leads: number,
    changes: number,
  ): Promise<{ rebuild(): Promise<number>; close(): Promise<void> }>;
}>('tools/bench/rebuild-work.ts');

const LEADS = Number(process.env['LEADS'] ?? 20_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

for (const changes of [0, 4]) {
  const log = await openLog(LEADS, changes);
  const rates: number[] = [];
  const cpuRates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    const events = await log.rebuild();
    const { user, system } = process.cpuUsage(before);
    rates.push((events / (performance.now() - start)) * 1000);
    cpuRates.push((events / (user + system)) * 1e6);
  }
  await log.close();
  const [rate, cpuRate] = [rates, cpuRates].map((all) =>
    Math.round(median(all)).toLocaleString('en'),
  );
  console.log(
    `${LEADS} leads with a contact, ${changes + 1} events each: ${rate} events/s (${cpuRate} of processor time)`,
  );
}
