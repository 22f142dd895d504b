import {
  IdentifierNode,
  OperationNodeTransformer,
  type SchemableIdentifierNode,
  type KyselyPlugin,
  type QueryId,
} from 'kysely';
import type { Database } from './database';
import type { Tables } from './tables';

/** The same database, in which some tables are those that have a suffix behind their name. */
export function withSuffixedTables(
  database: Database,
  tables: readonly (keyof Tables)[],
  suffix: string,
): Database {
  const plugin = suffixPlugin(new Set(tables), suffix);
  return {
    sharesWrites: database.sharesWrites,
    write: (scope, work) =>
      database.write(scope, (transaction) => work(transaction.withPlugin(plugin))),
    read: (scope, work) => database.read(scope, (snapshot) => work(snapshot.withPlugin(plugin))),
    readApart: (scope, work) =>
      database.readApart(scope, (snapshot) => work(snapshot.withPlugin(plugin))),
    define: (work) =>
      database.define((transaction, enter) => work(transaction.withPlugin(plugin), enter)),
    defineApart: (work) =>
      database.defineApart((transaction) => work(transaction.withPlugin(plugin))),
    scrub: () => database.scrub(),
    discardTables: (names) => database.discardTables(names),
    runAlone: (name, work) => database.runAlone(name, work),
    fail: (reason) => database.fail(reason),
    close: () => database.close(),
  };
}

export function suffixPlugin(tables: ReadonlySet<string>, suffix: string): KyselyPlugin {
  const transformer = new SuffixTransformer(tables, suffix);
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

class SuffixTransformer extends OperationNodeTransformer {
  constructor(
    private readonly tables: ReadonlySet<string>,
    private readonly suffix: string,
  ) {
    super();
  }

  protected override transformSchemableIdentifier(
    node: SchemableIdentifierNode,
    queryId: QueryId,
  ): SchemableIdentifierNode {
    const { identifier, ...rest } = super.transformSchemableIdentifier(node, queryId);
    const { name } = identifier;
    const renamed = this.tables.has(name) ? IdentifierNode.create(name + this.suffix) : identifier;
    return { ...rest, identifier: renamed };
  }
}
