/** Fills a folder with a database for benchmarks: node tools/bench/seed.ts FOLDER [LEADS] */
import { mkdirSync } from 'node:fs';
import { importBundled } from './bundle.ts';
import type * as SeedWork from './seed/seed-work.ts';

const { seed, tenantPlans } = await importBundled<typeof SeedWork>('tools/bench/seed/seed-work.ts');

const [folder, leads = '1000000'] = process.argv.slice(2);
if (!folder) throw new Error('usage: node tools/bench/seed.ts FOLDER [LEADS]');
mkdirSync(folder, { recursive: true });
const start = performance.now();
await seed(folder, tenantPlans(Number(leads)), new Date(), (text) => console.log(text));
console.log(`${Math.round((performance.now() - start) / 1000)} s`);
