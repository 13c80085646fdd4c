import { Kysely, type PostgresPool, PostgresDialect } from 'kysely';
import { type ClientBase, Pool, type PoolClient } from 'pg';
import { DatabaseUnavailable } from './errors.ts';
import { translateError } from './translate-error.ts';
import { accordTypes } from './type-parsers.ts';

export type PoolSettings = Readonly<{
  /** The application role's connection. */
  url: string;
  /** Connections held at most. */
  connections?: number;
  /** Longest a statement may run, in milliseconds. */
  statementTimeoutMs?: number;
  /** Longest to wait for a free connection, in milliseconds. */
  waitMs?: number;
}>;

/** A pool that outlives its database: losing connections is an error of the query in hand, never of the process. */
export function openPool(settings: PoolSettings): Kysely<unknown> {
  const statementTimeoutMs = settings.statementTimeoutMs ?? 10_000;
  const pool = new Pool({
    connectionString: settings.url,
    max: settings.connections ?? 10,
    connectionTimeoutMillis: settings.waitMs ?? 2000,
    statement_timeout: statementTimeoutMs,
    // A server that went silent cannot time anything out: then the client does, a little later.
    query_timeout: statementTimeoutMs + 2000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    application_name: 'accord',
    types: accordTypes,
  });
  // Without listeners the loss of a connection would end the process. Whoever uses it gets its own error.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return new Kysely({ dialect: new PostgresDialect({ pool: translating(pool) }) });
}

const ignore = (): void => undefined;

function translating(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw translateError(error);
      });
      return guard(client);
    },
    end: () => pool.end(),
  } as PostgresPool;
}

type Answer = Readonly<{ command: string; rowCount: number; rows: unknown[] }>;

function guard(client: PoolClient) {
  let lost = false;
  return {
    async query(sql: string, parameters: readonly unknown[]): Promise<Answer> {
      const answer = await ask(client, sql, parameters).catch((error: unknown) => {
        const translated = translateError(error);
        lost ||= translated instanceof DatabaseUnavailable;
        throw translated;
      });
      // PostgreSQL answers COMMIT of a failed transaction with a quiet ROLLBACK; here nothing is lost quietly.
      if (sql === 'commit' && answer.command !== 'COMMIT')
        throw new Error('A statement had failed in this transaction, so nothing of it was kept');
      return answer;
    },
    release: () => client.release(lost),
  };
}

async function ask(client: ClientBase, sql: string, parameters: readonly unknown[]): Promise<Answer> {
  const { command, rowCount, rows } = await client.query<Record<string, unknown>>(sql, [...parameters]);
  return { command, rowCount: rowCount ?? 0, rows };
}
