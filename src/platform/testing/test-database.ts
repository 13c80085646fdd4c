import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Database, migrate, type ModuleSchema, withClient } from '#platform/db';
import type { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';

/** A migrated database on the run's PostgreSQL. */
export type DatabaseForTest = Readonly<{
  /** As the application sees it. */
  database: Database;
  /** As the migration role sees it, which may look into the schema and plant what the application could not. */
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
  /** Asks as the migration role; answers the rows. */
  asOwner(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Asks as the superuser, whom row-level security does not bind; answers the rows. */
  asSuperuser(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}>;

/** One of a test’s own. */
export type TestDatabase = DatabaseForTest &
  Readonly<{
    /** The files that belong to what it was filled with: to be copied, never written. */
    filledFolder: string;
    /** Closes and drops it. */
    drop(): Promise<void>;
  }>;

/** What a database holds from the start, by a name that says everything it depends on. */
export type Filling = Readonly<{
  name: string;
  /** What it goes on from; an empty database where nothing is said. */
  upon?: Filling;
  /** `dataFolder` is for the files that belong to what is filled in, and begins with those of what it goes on from. */
  fill(into: DatabaseForTest & Readonly<{ dataFolder: string }>): Promise<void>;
}>;

/**
 * Makes a database with these modules’ migrations applied, and filled if asked. The first one for a list of migrations and
 * a filling makes a template, the filled one as a copy of what it goes on from; each after that is a copy, which takes some
 * tens of milliseconds. Call `drop` when done, or use `testDatabase`.
 */
export async function createTestDatabase(
  modules: readonly ModuleSchema[],
  filling?: Filling,
): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = await withClient(server.superuserUrl, async (admin) => {
    const made = await templateOf(admin, modules, filling);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${made} OWNER accord_owner`);
    return made;
  });
  const opened = open(name);
  return {
    ...opened,
    filledFolder: join(server.folder, template),
    async drop() {
      await opened.database.close();
      await withClient(server.superuserUrl, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** A database of the run’s server by its name. */
function open(name: string): DatabaseForTest {
  const server = inject('databaseServer');
  const ownerUrl = at(server.ownerUrl, name);
  const superuserUrl = at(server.superuserUrl, name);
  const appUrl = at(server.appUrl, name);
  return {
    database: connect({ url: appUrl, connections: 5 }),
    ownerUrl,
    appUrl,
    superuserUrl,
    asOwner: ask(ownerUrl),
    asSuperuser: ask(superuserUrl),
  };
}

/** A database for one test alone, dropped when the test is finished. Call it inside the test. */
export async function testDatabase(
  modules: readonly ModuleSchema[],
  filling?: Filling,
): Promise<TestDatabase> {
  const made = await createTestDatabase(modules, filling);
  onTestFinished(() => made.drop());
  return made;
}

/** The template of what was asked for, made where it is not there. */
async function templateOf(
  admin: Client,
  modules: readonly ModuleSchema[],
  filling: Filling | undefined,
): Promise<string> {
  const { folder, ownerUrl } = inject('databaseServer');
  const template = templateName(modules, filling);
  if (filling === undefined) {
    await ensureTemplate(admin, template, 'template1', (unfinished) =>
      migrate(at(ownerUrl, unfinished), modules),
    );
    return template;
  }
  const { upon, fill } = filling;
  const from = await templateOf(admin, modules, upon);
  await ensureTemplate(admin, template, from, async (unfinished) => {
    const dataFolder = join(folder, template);
    const before = join(folder, from);
    if (existsSync(before)) cpSync(before, dataFolder, { recursive: true });
    const opened = open(unfinished);
    await fill({ ...opened, dataFolder });
    await opened.database.close();
  });
  return template;
}

async function ensureTemplate(
  admin: Client,
  template: string,
  from: string,
  make: (unfinished: string) => Promise<void>,
): Promise<void> {
  const exists = async () =>
    (await admin.query('SELECT FROM pg_database WHERE datname = $1', [template])).rowCount === 1;
  if (await exists()) return;
  // Test files run beside each other: one makes the template, and the name appears only when it is whole.
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  if (await exists()) return;
  const unfinished = `${template}_unfinished`;
  await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${unfinished} TEMPLATE ${from} OWNER accord_owner`);
  await make(unfinished);
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

function templateName(modules: readonly ModuleSchema[], filling?: Filling): string {
  const steps = modules.map(({ name, migrations }) => [name, migrations.map((step) => [step.name, step.up])]);
  const fillings: string[] = [];
  for (let each = filling; each !== undefined; each = each.upon) fillings.push(each.name);
  return `template_${createHash('sha256')
    .update(JSON.stringify([steps, fillings]))
    .digest('hex')
    .slice(0, 16)}`;
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

const ask =
  (url: string) =>
  (sql: string, parameters: readonly unknown[] = []) =>
    withClient(
      url,
      async (client) => (await client.query<Record<string, unknown>>(sql, [...parameters])).rows,
    );
