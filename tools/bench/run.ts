/** What `npm run bench` starts: bundles the programs of the bench, and runs the first of them. */
import { bundle, importBundled } from './bundle.ts';

for (const program of ['client/load.ts', 'services/fixed-answers.ts'])
  await bundle(`tools/bench/${program}`);
await importBundled('tools/bench/bench.ts');
