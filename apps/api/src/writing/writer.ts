import { writes, type WriteName, type WriteParts } from './writes';

/** What crosses from thread to thread as it is: data, but no functions and so nothing with methods. */
export type Plain<T> = T extends (...args: never[]) => unknown
  ? never
  : T extends Date | Uint8Array
    ? T
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

type Input<Name extends WriteName> = Parameters<(typeof writes)[Name]>[1];
type Outcome<Name extends WriteName> = Awaited<ReturnType<(typeof writes)[Name]>>;

/** One method a kind of write; each resolves when what it wrote is durable. */
export type Writer = {
  [Name in WriteName]: (input: Plain<Input<Name>>) => Promise<Plain<Outcome<Name>>>;
};

/** A writer that has each write carried out by `run`. */
export function writerBy(run: (name: WriteName, input: never) => Promise<unknown>): Writer {
  const methods = (Object.keys(writes) as WriteName[]).map((name) => [
    name,
    (input: never) => run(name, input),
  ]);
  return Object.fromEntries(methods) as Writer;
}

/** Writes in the thread of its caller. */
export function writerInProcess(parts: WriteParts): Writer {
  return writerBy((name, input) => writes[name](parts, input));
}
