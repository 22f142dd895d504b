import type { Database } from '@leadlog/database/database';

/** The same database, which tells of each write transaction that was rolled back. */
export function tellingRollbacks(database: Database, rolledBack: () => void): Database {
  return {
    ...database,
    write: async (scope, work) => {
      try {
        return await database.write(scope, work);
      } catch (error) {
        rolledBack();
        throw error;
      }
    },
  };
}
