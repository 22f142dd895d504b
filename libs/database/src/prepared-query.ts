import type { Compilable, CompiledQuery, Kysely, RawBuilder } from 'kysely';
import { engineOf } from './engine-of';
import type { Tables } from './tables';

/** Stands for values that are given when the query runs; typed as those values. */
export type Placeholders<Values> = { readonly [Name in keyof Values]: Values[Name] };

class Placeholder {
  constructor(readonly name: PropertyKey) {}
}

/** Any member asked of it is a placeholder of that name. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => new Placeholder(name) });

const UNSUFFIXED = { sqlite: {}, postgres: {} };

/**
 * What stands for the tables that a handle names, and for their engine: SQL that one has built serves
 * the others of them.
 */
export function tablesOf(database: Kysely<Tables>): object {
  return database.getExecutor().plugins.at(-1) ?? UNSUFFIXED[engineOf(database)];
}

/**
 * A query whose SQL Kysely builds once, which takes it longer than SQLite needs to run it; once more
 * for tables with a suffix, whose names a plugin of the handle puts into the SQL.
 */
export function preparedQuery<Values extends object, Row>(
  build: (
    database: Kysely<Tables>,
    values: Placeholders<Values>,
  ) => Compilable<Row> | RawBuilder<Row>,
): (database: Kysely<Tables>, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (database, values) => {
    const tables = tablesOf(database);
    let query = compiled.get(tables);
    if (!query) {
      query = build(database, PLACEHOLDERS as Placeholders<Values>).compile(database);
      compiled.set(tables, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    );
    return (await database.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
