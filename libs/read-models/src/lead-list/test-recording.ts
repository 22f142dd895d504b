import type { Reading } from '@leadlog/database/database';
import type { Compilable, CompiledQuery } from 'kysely';

/** The same handle, which notes the queries that it runs. */
export function recording(snapshot: Reading, queries: CompiledQuery[]): Reading {
  return new Proxy(snapshot, {
    get(target, name) {
      if (name !== 'executeQuery') {
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      }
      return (query: CompiledQuery | Compilable) => {
        const compiled = 'compile' in query ? query.compile() : query;
        queries.push(compiled);
        return target.executeQuery(compiled);
      };
    },
  });
}
