import { compared, interleaved, type Figure } from '../figure.ts';
import { BIG_TENANT } from '../seed/seed.ts';
import { httpFigures, sampleHttp, UNITS, type HttpSample } from './http-sample.ts';
import type { UnderTest } from './under-test.ts';

interface Read {
  path: string;
  connections: number;
  /** Whether it is to cost the same however many leads there are. */
  isLevel?: boolean;
  goals?: Partial<Record<keyof HttpSample, string>>;
}

const FIRST_PAGE = { rate: 'ratio ≥ 0.9' };

/**
 * Rates are measured with many connections; how long one waits for a search, with one. Pages that are
 * asked for again are kept by the service: with `{n}` each is another one, for up to 400; their total is
 * counted for the first of them.
 */
const READS: readonly Read[] = [
  { path: '/leads', connections: 32, isLevel: true, goals: FIRST_PAGE },
  { path: '/leads?status=new', connections: 32, isLevel: true, goals: FIRST_PAGE },
  { path: '/leads?offset={n}', connections: 32, isLevel: true },
  { path: '/leads?sort=name&offset={n}', connections: 32 },
  { path: '/leads/1', connections: 32 },
  { path: '/stats', connections: 32 },
  { path: '/leads?q=müller&offset={n}', connections: 1, goals: { p50: '≤ 2' } },
  {
    path: '/leads?q=müller&status=new&min_priority=50&offset={n}',
    connections: 1,
    goals: { p50: '≤ 2' },
  },
  { path: '/leads?q=gmbh&offset={n}', connections: 1, goals: { p50: '≤ 25' } },
  { path: '/leads?q=e&offset={n}', connections: 1, goals: { p50: '≤ 40' } },
  { path: '/leads?q=mü&offset={n}', connections: 1, goals: { p50: '≤ 40' } },
  { path: '/leads?contact=müller&offset={n}', connections: 1 },
  { path: '/leads?sort=-name&offset=100{n}', connections: 1 },
];

/** Reads of the tenant with half of all leads, beside Nest that answers a ready page of that size. */
export async function reads(under: UnderTest): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const read of READS) figures.push(...(await measureRead(under, read)));
  return figures;
}

async function measureRead(
  { leadlogs, limit, client, effort }: UnderTest,
  { path, connections, isLevel, goals }: Read,
): Promise<Figure[]> {
  const load = { tenant: BIG_TENANT, connections, milliseconds: effort.milliseconds };
  const [fixed = [], ...ours] = await interleaved(effort.rounds, [limit, ...leadlogs], (service) =>
    sampleHttp(client, service, {
      ...load,
      path: service === limit ? '/leads' : encodeURI(path).replace('%7Bn%7D', '{n}'),
    }),
  );
  const work = `GET ${path}${connections > 1 ? '' : ', one connection'}`;
  const figures = leadlogs.flatMap(({ leads }, index) =>
    httpFigures({ work, size: leads, of: 'leads' }, ours[index] ?? [], fixed, goals),
  );
  return isLevel ? [...figures, ...growth(work, leadlogs, ours)] : figures;
}

/** What the same read takes with the most leads, beside what it takes with the fewest. */
function growth(
  work: string,
  leadlogs: UnderTest['leadlogs'],
  samples: readonly HttpSample[][],
): Figure[] {
  const [fewest, most] = [leadlogs.at(0), leadlogs.at(-1)];
  if (!fewest || !most || fewest === most) return [];
  const figure = compared('cpu', samples.at(-1) ?? [], samples.at(0));
  return [
    {
      work: `${work}, beside ${fewest.leads.toLocaleString('en')} leads`,
      size: most.leads,
      of: 'leads',
      ...figure,
      unit: UNITS.cpu,
      goal: 'ratio ≤ 1.2',
    },
  ];
}
