import type { Database, Reading, Scope } from '@leadlog/database/database';

/** Rests for a time; rejects where the rest is broken off. */
export type Rest = (milliseconds: number) => Promise<unknown>;

/** How long it rests after each read, as a multiple of what the read took: a tenth of one core is used. */
const RESTS = 9;

/** A database whose reads are followed by a rest, so that what takes long leaves room for requests. */
export function pacedReads(database: Database, rest: Rest): Database {
  return {
    ...database,
    read: async <R>(scope: Scope, work: (snapshot: Reading) => Promise<R>): Promise<R> => {
      const begun = performance.now();
      const outcome = await database.read(scope, work);
      await rest(RESTS * (performance.now() - begun));
      return outcome;
    },
  };
}
