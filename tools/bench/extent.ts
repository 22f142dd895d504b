import { parseArgs } from 'node:util';
import { ENGINES, type Engine } from './seed/engines.ts';
import type { Effort } from './works/under-test.ts';

const WORKS = ['start', 'read', 'write', 'mixed', 'import', 'append', 'log'] as const;
export type WorkName = (typeof WORKS)[number];

export const USAGE = `npm run bench -- [--quick] [--only WORK]… [--sizes N,N…] [--engine ${Object.keys(ENGINES).join('|')}]
  --quick   less data and shorter rounds: within two minutes
  --only    ${WORKS.join(', ')}: these alone
  --sizes   of the databases that are read and written, in leads; what is made for one is kept
A whole run writes docs/benchmarks.md; each run writes dist/bench/benchmarks.md and results.json.`;

/** How much is measured, and for how long. */
export interface Extent {
  engine: Engine;
  works: readonly WorkName[];
  /** Leads of the databases that are read and written, the fewest first. */
  sizes: readonly number[];
  effort: Effort;
  importedRows: number;
  /** Leads whose log is verified, and whose list is rebuilt. */
  logLeads: number;
  /** All that there is, at full length: a record worth keeping. */
  isWhole: boolean;
}

const WHOLE = {
  sizes: [1000, 1_000_000],
  effort: { rounds: 3, milliseconds: 1000 },
  importedRows: 20_000,
  logLeads: 100_000,
};
const QUICK = {
  sizes: [1000, 20_000],
  effort: { rounds: 1, milliseconds: 400 },
  importedRows: 2000,
  logLeads: 20_000,
};

/** What the command line asks for; null: that it is explained. */
export function readExtent(args: string[]): Extent | null {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      sizes: { type: 'string' },
      engine: { type: 'string', default: 'sqlite' },
      help: { type: 'boolean' },
    },
  });
  const { quick, only, sizes, engine, help } = values;
  const works = WORKS.filter((work) => only?.includes(work) ?? true);
  if (help || works.length === 0 || !(engine in ENGINES)) return null;
  return {
    ...(quick ? QUICK : WHOLE),
    ...(sizes && { sizes: sizes.split(',').map(Number) }),
    engine: engine as Engine,
    works,
    isWhole: !quick && !only && !sizes,
  };
}
