import { type Actor, date, fixedClock, type IsoDate, type Role } from '#platform/kernel';
import { type ActServices, migrations as recordMigrations } from '#platform/record';
import { recordedDatabase, type TestDatabase } from '#platform/testing';
import { loadExample } from './example.ts';
import { migrations } from './store/migrations/index.ts';

/** The schemas a test of the register, or of a module that builds on it, needs. */
export const registerSchemas = [
  { name: 'record', migrations: recordMigrations },
  { name: 'register', migrations },
] as const;

export type RegisterForTest = TestDatabase &
  Readonly<{
    services: ActServices;
    /** The same register on another day. */
    on(day: IsoDate): ActServices;
  }>;

/** A register of the test's own, on 15 July 2026 unless it says otherwise, with Kent in it unless told not to. */
export async function registerForTest({
  today = date('2026-07-15'),
  kent = true,
}: Readonly<{ today?: IsoDate; kent?: boolean }> = {}): Promise<RegisterForTest> {
  const clockOn = (day: IsoDate) => fixedClock(new Date(`${day}T10:00:00Z`));
  const beginning = { name: 'Kent’s register', load: loadExample };
  const made = await recordedDatabase(registerSchemas, clockOn(today), kent ? beginning : undefined);
  return { ...made, on: (day) => ({ ...made.services, clock: clockOn(day) }) };
}

const officeOf: Readonly<Record<Role, string>> = {
  leader: 'leader',
  'chief-executive': 'chief-executive',
  'monitoring-officer': 'monitoring-officer',
  'democratic-services': 'democratic-services-officer',
  scrutiny: 'scrutiny-officer',
  finance: 'section-151-officer',
  performance: 'performance-officer',
  commissioning: 'commissioning-officer',
  councillor: 'non-executive-councillor-1',
};

/** Somebody acting in an office of a Kent body: `officer('swale', 'monitoring-officer')`. */
export function officer(bodyId: string, role: Role): Actor {
  return {
    officeId: `${bodyId}.${officeOf[role]}`,
    officeTitle: `${role}, ${bodyId}`,
    role,
    bodyId,
    bodyName: bodyId,
    accountId: undefined,
  };
}
