import { type Actor, date, fixedClock, instantInLondon, time } from '#platform/kernel';
import { migrations as draftMigrations } from '#platform/drafts';
import { migrations as identityMigrations } from '#platform/identity';
import { act, type ActServices, migrations as recordMigrations } from '#platform/record';
import { recordedDatabase, type TestDatabase } from '#platform/testing';
import { register } from '#modules/register';
import { enterDecision } from './actions/enter-decision.ts';
import type { DecidedClause, Decision } from './domain/decision/decision.ts';
import type { NewDecision } from './domain/decision/new-decision.ts';
import { migrations } from './store/migrations/index.ts';

/** The schemas a test of governance, or of a module that builds on it, needs. */
export const governanceSchemas = [
  { name: 'record', migrations: recordMigrations },
  { name: 'identity', migrations: identityMigrations },
  { name: 'drafts', migrations: draftMigrations },
  { name: register.name, migrations: register.migrations },
  { name: 'governance', migrations },
] as const;

export type GovernanceForTest = TestDatabase &
  Readonly<{
    services: ActServices;
    /** The same at another moment on London’s clocks: `at('2026-07-16 16:59')`. */
    at(moment: string): ActServices;
  }>;

/** Kent’s bodies and rules in a database of the test’s own, at ten on 15 July 2026 unless it says otherwise. */
export async function governanceForTest(now = '2026-07-15 10:00'): Promise<GovernanceForTest> {
  const clockAt = (moment: string) => fixedClock(momentOf(moment));
  const beginning = { name: 'Kent’s register', load: register.loadExample };
  const made = await recordedDatabase(governanceSchemas, clockAt(now), beginning);
  return { ...made, at: (moment) => ({ ...made.services, clock: clockAt(moment) }) };
}

/** A moment on London’s clocks: `momentOf('2008-07-18 17:00')`; a day alone is its noon. */
export function momentOf(moment: string): Date {
  const [day = '', clock = '12:00'] = moment.split(' ');
  return instantInLondon({ date: date(day), time: time(clock) });
}

/** A clause, executive unless it says otherwise. */
export const aClause = (given: Partial<DecidedClause> = {}): DecidedClause => ({
  number: '1',
  effect: given.delegatedTo === undefined ? 'executive' : 'delegate',
  text: 'That the contract be let',
  delegatedTo: undefined,
  limits: undefined,
  function: undefined,
  amount: undefined,
  ...given,
});

/** A key decision of Maidstone’s Cabinet of 13 July 2026, complete by the law of its day, unless it says otherwise. */
export const aDecision = (given: Partial<NewDecision> = {}): NewDecision => ({
  bodyId: 'maidstone',
  title: 'Waste collection contract',
  issue: 'Whether to let the contract for waste collection.',
  makerKind: 'cabinet',
  decisionMaker: 'The Cabinet',
  committeeId: undefined,
  takenOn: date('2026-07-13'),
  isExecutive: true,
  isKey: true,
  keyReasons: 'It costs more than the threshold',
  noticeId: undefined,
  meetingId: undefined,
  itemId: undefined,
  clauses: [aClause()],
  reasons: 'It gives the best value.',
  alternatives: ['Keep the present contract'],
  conflicts: [],
  reports: ['Report of the Head of Environment'],
  backgroundPapers: [],
  reliedOn: [],
  shorterNotice: undefined,
  callInBy: undefined,
  callInSentTo: 'The Scrutiny Manager',
  notOpenBecause: '',
  reconsiders: undefined,
  places: ['maidstone'],
  topics: ['waste'],
  access: 'open',
  paragraphs: [],
  publicInterest: '',
  source: 'Minutes of the Cabinet',
  externalReference: undefined,
  ...given,
});

/** Publishes a decision as its body’s democratic services would; one that is refused is a fault of the test. */
export async function publishedForTest(
  services: ActServices,
  given: Partial<NewDecision> = {},
): Promise<Decision> {
  const decision = aDecision(given);
  const officeTitle = `Democratic services, ${decision.bodyId}`;
  let published: Decision | undefined;
  const done = await act(services, { officeTitle, bodyId: decision.bodyId }, {}, async (sql) => {
    const entered = await enterDecision(sql, decision, { officeTitle, now: services.clock.now() });
    if (!entered.ok) return entered;
    published = entered.value.decision;
    return { ok: true, value: { value: undefined, entry: entered.value.entry } };
  });
  if (!done.ok || published === undefined) throw new Error(JSON.stringify(done));
  return published;
}

/** Somebody acting in an office of a Kent body: `officerOf('maidstone', 'democratic-services')`. */
export const officerOf = (bodyId: string, role: Actor['role'], office: string = role): Actor => ({
  officeId: `${bodyId}.${office}`,
  officeTitle: `${role}, ${bodyId}`,
  role,
  bodyId,
  bodyName: bodyId,
  accountId: undefined,
});
