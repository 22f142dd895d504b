import { writes, type WriteParts } from './writes';

type Writes = typeof writes;

/** One method a kind of write; each resolves when what it wrote is durable. */
export type Writer = {
  [Name in keyof Writes]: (input: Parameters<Writes[Name]>[1]) => ReturnType<Writes[Name]>;
};

/** Writes in the thread of its caller. */
export function writerInProcess(parts: WriteParts): Writer {
  const bound = Object.entries(writes).map(([name, write]) => [
    name,
    (input: never) => write(parts, input),
  ]);
  return Object.fromEntries(bound) as Writer;
}
