import type { Database } from '#platform/db';
import { migrations as identityMigrations } from '#platform/identity';
import { fixedClock } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { migrations as recordMigrations, openRecordHead } from '#platform/record';
import { type TestDatabase, testDatabase, testFolders } from '#platform/testing';
import { register } from '#modules/register';
import { onTestFinished } from 'vitest';
import { migrations } from './store/migrations/index.ts';

const schemas = [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  { name: register.name, migrations: register.migrations },
  { name: 'open_books', migrations },
] as const;

export type OpenBooksForTest = TestDatabase & Readonly<{ services: ServicesWithFiles }>;

/** Kent’s bodies in a database of the test’s own, folders of its own, at ten on 20 September 2026 unless it says otherwise. */
export async function openBooksForTest(now = '2026-09-20T10:00:00Z'): Promise<OpenBooksForTest> {
  const made = await testDatabase(schemas);
  const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
  onTestFinished(() => head.close());
  const services = {
    database: made.database satisfies Database,
    clock: fixedClock(new Date(now)),
    head,
    ...testFolders(),
  };
  await register.loadExample(services);
  return { ...made, services };
}
