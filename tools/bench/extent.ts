import { parseArgs } from 'node:util';
import { ENGINE_NAMES, type EngineName } from './seed/engines.ts';
import type { Effort } from './works/under-test.ts';

const WORKS = ['start', 'read', 'write', 'mixed', 'import', 'append', 'log', 'replicas'] as const;
export type WorkName = (typeof WORKS)[number];

/** The others are held against raw SQLite, or need more than one process. */
const ON_ENGINE: Record<EngineName, readonly WorkName[]> = {
  sqlite: WORKS.filter((work) => work !== 'replicas'),
  postgres: ['read', 'write', 'append', 'replicas'],
};

export const USAGE = `npm run bench -- [--quick] [--only WORK]… [--sizes N,N…] [--engine ${ENGINE_NAMES.join('|')}]
  --quick   less data and shorter rounds: within two minutes
  --only    ${WORKS.join(', ')}: these alone
            (of which PostgreSQL has ${ON_ENGINE.postgres.join(', ')})
  --sizes   of the databases that are read and written, in leads; what is made for one is kept
A whole run writes docs/benchmarks.md, or docs/benchmarks-postgresql.md; each run writes the same, and results.json, into dist/bench.`;

/** How much is measured, and for how long. */
export interface Extent {
  engine: EngineName;
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
/** To fill a million takes PostgreSQL longer than the whole measurement. */
const WHOLE_ON_POSTGRES = { ...WHOLE, sizes: [200_000] };
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
  if (help || !isEngine(engine)) return null;
  const works = ON_ENGINE[engine].filter((work) => only?.includes(work) ?? true);
  if (works.length === 0) return null;
  const whole = engine === 'postgres' ? WHOLE_ON_POSTGRES : WHOLE;
  return {
    ...(quick ? QUICK : whole),
    ...(sizes && { sizes: sizes.split(',').map(Number) }),
    engine,
    works,
    isWhole: !quick && !only && !sizes,
  };
}

const isEngine = (name: string): name is EngineName =>
  (ENGINE_NAMES as readonly string[]).includes(name);
