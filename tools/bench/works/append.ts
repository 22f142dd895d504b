import { compared, interleaved, type Figure } from '../figure.ts';
import type { Engine } from '../seed/engines.ts';
import { perSecond } from '../statistics.ts';
import {
  openOurs,
  openRaw,
  readyContent,
  sealedContent,
  type Appender,
} from './append-subjects.ts';
import type { Effort } from './under-test.ts';

const CALLERS = [1, 32, 128];

/** The event store alone, in this process, beside rows of ready bytes that share raw commits. */
export async function append(engine: Engine, effort: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const callers of CALLERS) {
    const subjects = [
      openRaw(readyContent()),
      openRaw(sealedContent()),
      await openOurs(engine, false),
      await openOurs(engine, true),
    ];
    const [ready = [], sealed = [], store = [], withList = []] = await interleaved(
      effort.rounds,
      subjects,
      async (subject) => ({ rate: await appendRate(subject, callers, effort.milliseconds) }),
    );
    for (const subject of subjects) await subject.close();
    const of = { size: callers, of: 'callers', unit: 'appends/s' } as const;
    const goal = callers === 32 ? { goal: 'ratio ≥ 0.5' } : {};
    figures.push(
      { work: 'append', ...of, ...compared('rate', store, ready), ...goal },
      {
        work: 'append, beside raw rows that are encrypted and chained as well',
        ...of,
        ...compared('rate', store, sealed),
      },
      { work: 'append with the lead list', ...of, ...compared('rate', withList, ready) },
    );
  }
  return figures;
}

/** Appends a second by callers that each go on as soon as theirs is durable. */
export async function appendRate(
  { append }: Appender,
  callers: number,
  milliseconds: number,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const call = async () => {
    for (; performance.now() < start + milliseconds; done++) await append();
  };
  await Promise.all(Array.from({ length: callers }, call));
  return perSecond(done, performance.now() - start);
}
