import { CannotOpenDatabase } from './errors.ts';
import { withClient } from './with-client.ts';

const oldestVersion = 15;

type Server = Readonly<{
  version: number;
  fsync: string;
  encoding: string;
  database: string;
  may_create: boolean;
}>;

/** Refuses, each in its own sentence, a server that would lose or mangle what it was given. */
export async function checkServer(ownerUrl: string): Promise<void> {
  const server = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Server>(`
      SELECT current_setting('server_version_num')::int / 10000 AS version,
        current_setting('fsync') AS fsync,
        current_setting('server_encoding') AS encoding,
        current_database() AS database,
        has_database_privilege(current_database(), 'CREATE') AS may_create`);
    return rows[0];
  });
  const sentence = server === undefined ? 'The database did not answer.' : faultOf(server);
  if (sentence !== undefined) throw new CannotOpenDatabase(sentence);
}

/** The sentence for what is wrong with a server, or `undefined`. */
export function faultOf({ version, fsync, encoding, database, may_create }: Server): string | undefined {
  if (version < oldestVersion)
    return `The database server is PostgreSQL ${version}. Accord needs ${oldestVersion} or newer: its views keep to row-level security only from then on.`;
  if (fsync !== 'on')
    return 'The database server runs with fsync off, so a power cut could lose what people were told is saved. Set fsync = on in its postgresql.conf and restart it.';
  if (encoding !== 'UTF8')
    return `The database "${database}" stores text as ${encoding}, which cannot hold every name. Make one with CREATE DATABASE … ENCODING 'UTF8' and set DATABASE_URL to it.`;
  if (!may_create)
    return `The owner in DATABASE_URL may not make schemas in the database "${database}". Let it: GRANT CREATE ON DATABASE ${database} TO the owner.`;
  return undefined;
}
