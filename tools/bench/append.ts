import { importBundled } from './bundle.ts';

interface Subject {
  name: string;
  append(): Promise<unknown>;
  close(): Promise<void>;
}

type Content = () => unknown;

const { openOurs, openRaw, readyContent, sealedContent } = await importBundled<{
  openOurs(withProjection: boolean): Promise<Subject>;
  openRaw(name: string, next: Content): Promise<Subject>;
  readyContent(): Content;
  sealedContent(): Content;
}>('tools/bench/append-work.ts');

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const MILLISECONDS = 800;

async function rate(subject: Subject, callers: number): Promise<number> {
  const end = performance.now() + MILLISECONDS;
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (; performance.now() < end; done++) await subject.append();
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

for (const callers of [1, 32, 128]) {
  const subjects = [
    await openRaw('raw, ready bytes', readyContent()),
    await openRaw('raw, sealed and chained', sealedContent()),
    await openOurs(false),
    await openOurs(true),
  ];
  const rates = subjects.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, subject] of subjects.entries())
      rates[index]?.push(await rate(subject, callers));
  const limit = median(rates[0] ?? []);
  for (const [index, subject] of subjects.entries()) {
    const ours = median(rates[index] ?? []);
    console.log(
      `${String(callers).padStart(4)} callers  ${subject.name.padEnd(28)} ${ours.toFixed(0).padStart(7)}/s  ${(ours / limit).toFixed(2)}`,
    );
  }
  for (const subject of subjects) await subject.close();
}
