import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#platform/db';
import { type Actor, type Clock, type IsoDate, ok } from '#platform/kernel';
import { testDatabase } from '#platform/testing';
import { onTestFinished } from 'vitest';
import { type ActServices, actTogether } from './act.ts';
import type { Entry } from './entry.ts';
import { type LogKey, openLogKey } from './log-key.ts';
import { migrations } from './migrations.ts';
import { openRecordHead } from './open-record-head.ts';

export const swale: Actor = {
  officeId: 'swale-monitoring-officer',
  officeTitle: 'Monitoring Officer, Swale Borough Council',
  role: 'monitoring-officer',
  bodyId: 'swale',
  bodyName: 'Swale Borough Council',
  accountId: undefined,
};
export const thanet: Actor = {
  ...swale,
  officeId: 'thanet-monitoring-officer',
  officeTitle: 'Monitoring Officer, Thanet District Council',
  bodyId: 'thanet',
  bodyName: 'Thanet District Council',
};

export const clock: Clock = {
  now: () => new Date('2008-07-15T09:30:00.000Z'),
  today: () => '2008-07-15' as IsoDate,
};

/** An act as an officer would do it: a rule corrected, for the nth time. */
export function correction(n: number, visibility: Entry['visibility'] = 'public'): Entry {
  return {
    act: 'register.rule.corrected',
    subject: '/bodies/swale/rules',
    summary: `Call-in: members needed corrected to ${n}`,
    decision: '/decisions/2008/14',
    facts: { rule: 'call-in-members', to: n, note: 'Agreed at £1,000 – “as published”' },
    visibility,
  };
}

/** A notebook that acts write in, so that a test can see whether they did. */
export const notes = {
  name: 'notes',
  migrations: [
    {
      name: '0001-note',
      up: `CREATE TABLE notes.note (words text NOT NULL); COMMENT ON TABLE notes.note IS 'public: for tests';`,
    },
  ],
} as const;
export type NoteTables = { 'notes.note': { words: string } };

/** A migrated record of this test's own, and what acts need. */
export async function recordForTest() {
  const made = await testDatabase([{ name: 'record', migrations }, notes]);
  const heard: unknown[] = [];
  const head = await openRecordHead({ url: made.appUrl, onError: (error) => heard.push(error) });
  onTestFinished(() => head.close());
  // As many connections as a small site has, and patience: these tests are about races, not about how busy a machine is.
  const database = connect({ url: made.appUrl, connections: 20, waitMs: 25_000 });
  onTestFinished(() => database.close());
  const services: ActServices = { database, clock, head };
  return { ...made, database, services, heard };
}

/** Appends these many corrections in one go, every fifth of them private, no two alike. */
export async function appendCorrections(
  services: ActServices,
  count: number,
  { actor = swale, from = 0 }: Readonly<{ actor?: Actor; from?: number }> = {},
): Promise<void> {
  const entries = Array.from({ length: count }, (_, n) =>
    correction(from + n, n % 5 === 3 ? 'private' : 'public'),
  );
  await actTogether(services, actor, {}, async () => ok({ value: undefined, entries }));
}

/** A key of this test's own, in a folder that goes away with it. */
export function keyForTest(): LogKey & Readonly<{ folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-record-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { ...openLogKey({ folder, name: 'accord.example.gov.uk/record' }), folder };
}
