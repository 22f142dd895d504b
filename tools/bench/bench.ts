/** What `npm run bench` does: see USAGE in extent.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client/client.ts';
import { conditions } from './conditions.ts';
import { readExtent, USAGE, type Extent, type WorkName } from './extent.ts';
import type { Figure } from './figure.ts';
import { shown, toMarkdown, type Section } from './report.ts';
import { BIG_TENANT, seed, type Place } from './seed/seed.ts';
import { startFixedAnswers, startLeadlog } from './services/service.ts';
import { openEngine, type Engine } from './seed/engines.ts';
import { append } from './works/append.ts';
import { firstPages } from './works/first-pages.ts';
import { imports } from './works/imports.ts';
import { logReads } from './works/log-reads.ts';
import { mixed } from './works/mixed.ts';
import { reads } from './works/reads.ts';
import { replicas } from './works/replicas.ts';
import { peaks, starts } from './works/starts.ts';
import type { UnderTest } from './works/under-test.ts';
import { writes } from './works/writes.ts';

const FOLDER = 'dist/bench';

const extent = readExtent(process.argv.slice(2));
if (extent) await run(extent);
else console.log(USAGE);

async function run(extent: Extent): Promise<void> {
  const engine = await openEngine(extent.engine);
  try {
    await measureAll(extent, engine);
  } finally {
    await engine.close();
  }
}

async function measureAll(extent: Extent, engine: Engine): Promise<void> {
  const described = describe(extent, engine);
  const sections: Section[] = [];
  const report = engine.name === 'postgres' ? 'benchmarks-postgresql.md' : 'benchmarks.md';
  for await (const section of measured(extent, engine)) {
    console.log(`\n${section.title}`);
    for (const figure of section.figures) console.log(toLine(figure));
    sections.push(section);
    // After each section, so that a run that is broken off leaves what it has found.
    writeFileSync(join(FOLDER, report), toMarkdown(described, sections));
    const results = sections.flatMap(({ figures }) => figures).map(toResult);
    writeFileSync(join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  }
  if (extent.isWhole) writeFileSync(join('docs', report), toMarkdown(described, sections));
}

function describe({ effort, isWhole }: Extent, { title }: Engine): Record<string, string> {
  return {
    ...conditions(),
    Engine: title,
    Rounds: `${effort.rounds} of ${effort.milliseconds} ms each, after one to warm up${isWhole ? '' : ' (a short or partial run)'}`,
    Data: 'made by the bench, with the seeds 1 to 20: a tenant of half of the leads, one of a fifth, all last active at the same moment, and 18 small ones; the first is read',
  };
}

async function* measured(extent: Extent, engine: Engine): AsyncGenerator<Section> {
  const { works, sizes, effort, logLeads } = extent;
  const wants = (...names: WorkName[]) => names.some((name) => works.includes(name));
  const places = new Map<number, Place>();
  if (wants('start', 'read', 'write', 'mixed', 'import', 'replicas'))
    for (const size of sizes) places.set(size, await seeded(engine, size));
  if (places.size > 0) {
    const page = await firstPage([...places.values()].at(-1)!);
    if (wants('start'))
      yield {
        title: 'Start and memory',
        limit: 'The limit is Nest on Express that answers a fixed object.',
        figures: await starts(places, page, effort.rounds),
      };
    if (wants('read', 'write', 'mixed', 'import')) yield* overHttp(extent, places, page);
  }
  const [place] = places.values();
  if (wants('replicas') && place)
    yield {
      title: 'Three replicas',
      limit: 'The limit is one replica on the same database, with as many connections in all.',
      figures: await replicas(place, sizes[0] ?? 0, effort),
    };
  if (wants('append'))
    yield {
      title: 'Append',
      limit:
        'The limit are rows of ready bytes, stored without Leadlog: one commit for all of a tenant that wait.',
      figures: await append(engine, effort),
    };
  if (wants('log'))
    yield {
      title: 'Reading the log',
      limit:
        'The limits are raw better-sqlite3: rows read and as many bytes hashed; rows read, parsed and stored in one plain table.',
      figures: await logReads(await seeded(engine, logLeads), Math.min(effort.rounds, 3)),
    };
}

async function* overHttp(
  { works, effort, importedRows }: Extent,
  places: ReadonlyMap<number, Place>,
  page: string,
): AsyncGenerator<Section> {
  const under = await startAll(places, page, effort);
  const fixed = 'The limit is Nest on Express that answers a fixed object of the size of a page';
  if (works.includes('read')) {
    yield { title: 'Reads', limit: `${fixed}.`, figures: await reads(under) };
    yield {
      title: 'First pages',
      limit: 'The limit is the same page again, whose total is known.',
      figures: await firstPages(under),
    };
  }
  if (works.includes('write'))
    yield {
      title: 'Writes',
      limit: 'The limit is Nest on Express that validates the same bodies and stores nothing.',
      figures: await writes(under),
    };
  if (works.includes('mixed'))
    yield {
      title: 'Reads beside writes',
      limit: 'The limit is the same read while nobody writes.',
      figures: await mixed(under),
    };
  if (works.includes('import'))
    yield {
      title: 'Import',
      limit: 'The limit are rows in raw better-sqlite3, encrypted and chained, 500 to a commit.',
      figures: await imports(under, importedRows),
    };
  yield { title: 'Memory', limit: `${fixed}.`, figures: peaks(under.leadlogs, under.limit) };
  under.client.stop();
  for (const service of [under.limit, ...under.leadlogs]) await service.stop();
}

async function startAll(
  places: ReadonlyMap<number, Place>,
  page: string,
  effort: Extent['effort'],
): Promise<UnderTest> {
  const leadlogs = [];
  for (const [leads, place] of places) leadlogs.push({ ...(await startLeadlog(place)), leads });
  return { leadlogs, limit: await startFixedAnswers(page), client: new Client(), effort };
}

async function seeded(engine: Engine, leads: number): Promise<Place> {
  console.log(`data of ${leads.toLocaleString('en')} leads …`);
  mkdirSync(join(FOLDER, 'data'), { recursive: true });
  return seed(join(FOLDER, 'data', `${engine.name}-${leads}`), engine, leads);
}

/** The file of a page as the service answers it. */
async function firstPage(place: Place): Promise<string> {
  const service = await startLeadlog(place);
  const headers = { 'X-Tenant-ID': BIG_TENANT };
  const page = await fetch(`http://127.0.0.1:${service.port}/leads`, { headers });
  const file = join(FOLDER, 'page.json');
  writeFileSync(file, await page.text());
  await service.stop();
  return file;
}

function toLine({ work, size, ours, limit, ratio, unit, goal }: Figure): string {
  const figures = [ours, limit, ratio].map((value) => shown(value).padStart(9)).join(' ');
  const words = `${work} (${size.toLocaleString('en')})`.padEnd(72);
  return `${words} ${figures}  ${unit}${goal ? `  [${goal}]` : ''}`;
}

function toResult({ work, size, ours, limit, ratio, unit }: Figure) {
  return { work, size, ours, limit, ratio, unit };
}
