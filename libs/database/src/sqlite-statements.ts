import type BetterSqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const MAX_CACHED_STATEMENTS = 500;

/** Runs one statement; throws where it may not, or where it fails. */
export type RunStatement = <R>(call: () => R) => R;

/** Kysely compiles to the same SQL again and again; SQLite need not parse it each time. */
export function cachingStatements(
  connection: BetterSqlite.Database,
  run: RunStatement = (call) => call(),
): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void connection.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= MAX_CACHED_STATEMENTS) statements.clear();
      const statement = runBy(run, connection.prepare<unknown[]>(sql));
      statements.set(sql, statement);
      return statement;
    },
  };
}

function runBy(run: RunStatement, statement: BetterSqlite.Statement<unknown[]>): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => run(() => statement.all(parameters)),
    run: (parameters) => run(() => statement.run(parameters)),
    iterate: (parameters) => statement.iterate(parameters) as IterableIterator<unknown>,
  };
}
