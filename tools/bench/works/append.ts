import { compared, interleaved, type Figure } from '../figure.ts';
import type { Engine, EngineName } from '../seed/engines.ts';
import { perSecond } from '../statistics.ts';
import { openOurs, openRaw, type Appender } from './append-subjects.ts';
import { readyContent, sealedContent } from './raw-content.ts';
import type { Effort } from './under-test.ts';

const TO_ONE_TENANT = [1, 32, 128].map((callers) => ({ callers, tenants: 1 }));
/** Where writes of different tenants do not share a commit, they are looked at as well. */
const LOADS: Record<EngineName, readonly Load[]> = {
  sqlite: TO_ONE_TENANT,
  postgres: [...TO_ONE_TENANT, ...[32, 128].map((callers) => ({ callers, tenants: 64 }))],
};

interface Load {
  callers: number;
  tenants: number;
}

/** The event store alone, in this process, beside rows of ready bytes that share raw commits. */
export async function append(engine: Engine, effort: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const load of LOADS[engine.name]) figures.push(...(await appendBy(load, engine, effort)));
  return figures;
}

async function appendBy(load: Load, engine: Engine, effort: Effort): Promise<Figure[]> {
  const subjects = [
    await openRaw(engine, readyContent()),
    await openRaw(engine, sealedContent()),
    await openOurs(engine, false),
    await openOurs(engine, true),
  ];
  const [ready = [], sealed = [], store = [], withList = []] = await interleaved(
    effort.rounds,
    subjects,
    async (subject) => ({ rate: await appendRate(subject, load, effort.milliseconds) }),
  );
  for (const subject of subjects) await subject.close();
  const { callers, tenants } = load;
  const of = { size: callers, of: 'callers', unit: 'appends/s' } as const;
  const goal = callers === 32 ? { goal: 'ratio ≥ 0.5' } : {};
  const to = tenants === 1 ? '' : ` to ${tenants} tenants`;
  return [
    { work: `append${to}`, ...of, ...compared('rate', store, ready), ...goal },
    {
      work: `append${to}, beside raw rows that are encrypted and chained as well`,
      ...of,
      ...compared('rate', store, sealed),
    },
    { work: `append${to} with the lead list`, ...of, ...compared('rate', withList, ready) },
  ];
}

/** Appends a second by callers that each go on as soon as theirs is durable. */
export async function appendRate(
  { append }: Appender,
  { callers, tenants }: Load,
  milliseconds: number,
): Promise<number> {
  const start = performance.now();
  let [begun, done] = [0, 0];
  const call = async () => {
    for (; performance.now() < start + milliseconds; done++)
      await append(`tenant-${begun++ % tenants}`);
  };
  await Promise.all(Array.from({ length: callers }, call));
  return perSecond(done, performance.now() - start);
}
