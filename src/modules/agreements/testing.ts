import { migrations as draftMigrations } from '#platform/drafts';
import { migrations as identityMigrations } from '#platform/identity';
import { type ActServices, migrations as recordMigrations } from '#platform/record';
import { fixedClock, instantInLondon, date, time } from '#platform/kernel';
import { recordedDatabase, type TestDatabase } from '#platform/testing';
import { governance } from '#modules/governance';
import { register } from '#modules/register';
import { migrations } from './store/migrations/index.ts';

/** The schemas a test of agreements, or of a module that builds on it, needs. */
export const agreementsSchemas = [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  { name: 'drafts', migrations: draftMigrations },
  { name: register.name, migrations: register.migrations },
  { name: governance.name, migrations: governance.migrations },
  { name: 'agreements', migrations },
] as const;

export type AgreementsForTest = TestDatabase &
  Readonly<{
    services: ActServices;
    /** The same at another moment on London’s clocks: `at('2026-07-16 16:59')`. */
    at(moment: string): ActServices;
  }>;

/** Kent’s bodies and rules in a database of the test’s own, at ten on 15 July 2026 unless it says otherwise. */
export async function agreementsForTest(now = '2026-07-15 10:00'): Promise<AgreementsForTest> {
  const clockAt = (moment: string) => fixedClock(momentOf(moment));
  const beginning = { name: 'Kent’s register', load: register.loadExample };
  const made = await recordedDatabase(agreementsSchemas, clockAt(now), beginning);
  return { ...made, at: (moment) => ({ ...made.services, clock: clockAt(moment) }) };
}

/** A moment on London’s clocks: `momentOf('2008-07-18 17:00')`; a day alone is its noon. */
export function momentOf(moment: string): Date {
  const [day = '', clock = '12:00'] = moment.split(' ');
  return instantInLondon({ date: date(day), time: time(clock) });
}
