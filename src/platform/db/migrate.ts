import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Migration } from './database.ts';
import { appRole } from './app-role.ts';
import { CannotOpenDatabase } from './errors.ts';
import { withClient } from './with-client.ts';

/** A module's steps, in order. Its PostgreSQL schema has the module's name. */
export type ModuleSchema = Readonly<{ name: string; migrations: readonly Migration[] }>;

/** Any number that every Accord agrees on: who holds it is the one that migrates. */
const migrationLock = 4_715_230_877n;

/** How long to wait for another process that is migrating; then how long a step may wait for a busy table. */
const waitForOthers = '120s';
const waitForTable = '5s';

/**
 * Brings the schema up to date as the owner. Two processes may start at once: one migrates, the other waits.
 *
 * What the application role may do is least by default: it reads and appends. A migration grants UPDATE or DELETE
 * where a table needs it, by name: `GRANT UPDATE (ended_on) ON register.office TO accord_app`.
 *
 * The owner itself is bound by `FORCE ROW LEVEL SECURITY`: a step that fills a private table first says for whom,
 * `SELECT set_config('accord.body', …, true)`.
 */
export async function migrate(ownerUrl: string, modules: readonly ModuleSchema[]): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`SET lock_timeout = '${waitForOthers}'`);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(`SET lock_timeout = '${waitForTable}'`);
    await inTransaction(client, () => client.query(bookkeeping));
    for (const module of modules) await migrateModule(client, module);
  });
}

const bookkeeping = `
  ${schemaFor('platform')}
  CREATE TABLE IF NOT EXISTS platform.migration (
    module     text NOT NULL,
    name       text NOT NULL,
    checksum   text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (module, name)
  );
  COMMENT ON TABLE platform.migration IS 'public: which steps of the schema have been applied, and when';
  REVOKE INSERT ON platform.migration FROM ${appRole};`;

function schemaFor(module: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(module)) throw new Error(`"${module}" cannot be the name of a schema`);
  return `
  CREATE SCHEMA IF NOT EXISTS ${module};
  GRANT USAGE ON SCHEMA ${module} TO ${appRole};
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${module} GRANT SELECT, INSERT ON TABLES TO ${appRole};
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${module} GRANT USAGE ON SEQUENCES TO ${appRole};`;
}

async function migrateModule(client: Client, { name: module, migrations }: ModuleSchema): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM platform.migration WHERE module = $1',
    [module],
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new CannotOpenDatabase(
      `The database was migrated by a newer Accord: this one does not know the step "${unknown}" of ${module}. Start the newer version, or restore the backup made before it.`,
    );

  if (applied.size === 0) await inTransaction(client, () => client.query(schemaFor(module)));
  for (const { name, up } of migrations) {
    const checksum = createHash('sha256').update(up).digest('hex');
    const before = applied.get(name);
    if (before === checksum) continue;
    if (before !== undefined)
      throw new CannotOpenDatabase(
        `The step "${name}" of ${module} was changed after it had been applied to this database. Put it back as it was and make the change in a new step.`,
      );
    await inTransaction(client, async () => {
      await client.query(up);
      await client.query('INSERT INTO platform.migration (module, name, checksum) VALUES ($1, $2, $3)', [
        module,
        name,
        checksum,
      ]);
    }).catch((error: unknown) => {
      throw new CannotOpenDatabase(
        `The step "${name}" of ${module} could not be applied, and nothing of it was kept: ${String(error)}`,
        { cause: error },
      );
    });
  }
}

async function inTransaction(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
