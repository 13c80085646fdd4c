import type { ModuleSchema } from '#platform/db';
import type { Clock } from '#platform/kernel';
import { type ActServices, openRecordHead } from '#platform/record';
import { onTestFinished } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** What a record begins with, by a name that says everything it depends on but the moment. */
export type Beginning = Readonly<{ name: string; load(services: ActServices): Promise<void> }>;

/**
 * A database for one test alone whose record is followed, as a beginning leaves it that was loaded at the clock’s moment:
 * once for all the tests of a run that begin so, and copied. Call it inside the test.
 */
export async function recordedDatabase(
  modules: readonly ModuleSchema[],
  clock: Clock,
  beginning?: Beginning,
): Promise<TestDatabase & Readonly<{ services: ActServices }>> {
  const made = await testDatabase(modules, beginning === undefined ? undefined : loaded(beginning, clock));
  const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
  onTestFinished(() => head.close());
  return { ...made, services: { database: made.database, clock, head } };
}

const loaded = ({ name, load }: Beginning, clock: Clock) => ({
  name: `${name} ${clock.now().toISOString()}`,
  async fill({ appUrl, database }: Pick<TestDatabase, 'appUrl' | 'database'>) {
    const head = await openRecordHead({ url: appUrl, onError: () => undefined });
    await load({ database, clock, head });
    await head.close();
  },
});
