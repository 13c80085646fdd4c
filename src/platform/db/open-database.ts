import { checkServer } from './check-server.ts';
import { connect } from './connect.ts';
import type { Database } from './database.ts';
import { forgetConnection, keepConnection } from './embedded/connection-file.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { CannotOpenDatabase } from './errors.ts';
import { migrate, type ModuleSchema } from './migrate.ts';
import { appUrlFor } from './roles.ts';

export type DatabaseSettings = Readonly<{
  /** The owner's connection; without it the embedded PostgreSQL is started. */
  url?: string | undefined;
  /** The application role's connection, where the owner may not make that role itself. */
  appUrl?: string | undefined;
  /** Accord's data folder; the embedded PostgreSQL lives in it. */
  dataFolder: string;
  /** In the order in which they build on each other. */
  modules: readonly ModuleSchema[];
  /** Connections held at most. */
  connections?: number;
  /** Told, in sentences, what becomes of PostgreSQL while Accord runs. */
  report?: (message: string) => void;
}>;

/** The open database, and the address at which whoever follows its notifications reaches it as the application. */
export type OpenedDatabase = Database & Readonly<{ appUrl: string }>;

/**
 * Opens Accord's database: starts the embedded PostgreSQL unless an address is given, refuses a server that is not
 * safe, makes the application role, migrates, and connects as that role. Closing it stops what was started.
 *
 * Throws `CannotOpenDatabase`, whose message tells the person who started Accord what to do.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const { url, dataFolder } = settings;
  const embedded = url === undefined ? await startEmbedded(settings) : undefined;
  const ownerUrl = url ?? embedded?.ownerUrl ?? '';
  try {
    await checkServer(ownerUrl);
    const appUrl = await appUrlFor(ownerUrl, settings.appUrl);
    await migrate(ownerUrl, settings.modules);
    if (embedded !== undefined) keepConnection(dataFolder, { ownerUrl, appUrl });
    const database = connect({
      url: appUrl,
      ...(settings.connections === undefined ? {} : { connections: settings.connections }),
    });
    return {
      ...database,
      appUrl,
      async close() {
        await database.close();
        if (embedded !== undefined) forgetConnection(dataFolder);
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    if (error instanceof CannotOpenDatabase || url === undefined) throw error;
    throw new CannotOpenDatabase(
      `The database in DATABASE_URL (${new URL(url).host}) cannot be used: ${error instanceof Error ? error.message : String(error)}. Check that it runs and that the address, user and password are right.`,
      { cause: error },
    );
  }
}
