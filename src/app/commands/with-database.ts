import { type Configuration } from '#platform/config';
import { connect, connectionOfRunning, type Database, openDatabase } from '#platform/db';

/**
 * Lends a command the database: through the Accord that is running on the data folder when there is one, else by opening
 * it for as long as the command runs.
 */
export async function withDatabase<Answer>(
  configuration: Configuration,
  work: (database: Database, appUrl: string) => Promise<Answer>,
): Promise<Answer> {
  const running =
    configuration.databaseUrl === undefined ? connectionOfRunning(configuration.dataFolder) : undefined;
  if (running !== undefined) {
    const database = connect({ url: running.appUrl, connections: 2 });
    return lent(database, () => work(database, running.appUrl));
  }
  // All modules are needed for a database that may be behind them, and none for one that the site has open.
  const { schemas } = await import('../schemas.ts');
  const database = await openDatabase({
    url: configuration.databaseUrl,
    appUrl: configuration.databaseAppUrl,
    dataFolder: configuration.dataFolder,
    connections: 2,
    modules: schemas,
  });
  return lent(database, () => work(database, database.appUrl));
}

async function lent<Answer>(database: Database, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } finally {
    await database.close();
  }
}
