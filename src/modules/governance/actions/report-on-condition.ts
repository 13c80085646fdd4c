import { type Sql, lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, type Json, publicEntry } from '#platform/record';
import { acceptFact, type FactRefusal, factsOfExecutive } from '../domain/scrutiny/accept-fact.ts';
import { type ConditionFact, conditionFactKinds } from '../domain/scrutiny/condition-fact.ts';
import { reportId, reportPath, type ScrutinyReport } from '../domain/scrutiny/report.ts';
import { mayAnswerScrutiny, mayRecordScrutiny } from '../permissions.ts';
import { insertConditionFact } from '../store/scrutiny-facts.ts';
import { findReport } from '../store/scrutiny.ts';
import type { ReportNamed } from './answer-recommendations.ts';

export type ConditionNamed = ReportNamed & Readonly<{ key: string }>;

/** A fact as it is told, before the office that tells it is added. */
export type ToldFact = ConditionFact extends infer Fact
  ? Fact extends ConditionFact
    ? Omit<Fact, 'byOffice'>
    : never
  : never;

type EnterRefusal = FactRefusal | 'no-such-report' | Stale<readonly ConditionFact[]>;
export type ReportOnConditionRefusal = CommonRefusal | EnterRefusal | 'only-scrutiny-may-say';

/**
 * Adds what was done about a condition: the executive reports that it is met, moved, slipped, or how a figure reads;
 * scrutiny sets what is watched, agrees to another day, or finds that it is not met after all. `seen`: how many facts the
 * officer saw.
 */
export async function reportOnCondition(
  services: ActServices,
  actor: Actor | undefined,
  { as, ...named }: ConditionNamed & Readonly<{ as: 'executive' | 'scrutiny' }>,
  told: ToldFact,
  seen: number,
  options: ActOptions = {},
): Promise<Result<void, ReportOnConditionRefusal>> {
  const allowed = may(actor, as === 'scrutiny' ? mayRecordScrutiny : mayAnswerScrutiny, named.bodyId);
  if (!allowed.ok) return allowed;
  const ofExecutive: readonly string[] = factsOfExecutive;
  if (as === 'executive' && !ofExecutive.includes(told.kind)) return refuse('only-scrutiny-may-say');
  return act<void, ReportOnConditionRefusal>(services, allowed.value, options, async (sql) => {
    const fact: ConditionFact = { ...told, byOffice: allowed.value.officeTitle };
    const { clock } = services;
    const when = { today: clock.today(), now: clock.now(), seen };
    const entered = await enterConditionFact(sql, named, fact, when);
    return entered.ok ? ok({ value: undefined, entry: entered.value }) : entered;
  });
}

/** The same within an act of the caller’s, which keeps the entry. Without `seen`, whatever was said before. */
export async function enterConditionFact(
  sql: Sql,
  { key, ...named }: ConditionNamed,
  fact: ConditionFact,
  { today, now, seen }: Readonly<{ today: IsoDate; now: Date; seen?: number }>,
): Promise<Result<Entry, EnterRefusal>> {
  await lockThing(sql, reportPath(named));
  const followed = await findReport(sql, reportId(named));
  if (followed === undefined) return refuse('no-such-report');
  const before = followed.facts.get(key) ?? [];
  if (seen !== undefined && before.length !== seen) return refuse({ stale: before });
  const accepted = acceptFact(followed, key, fact, today);
  if (!accepted.ok) return accepted;
  await insertConditionFact(sql, { reportId: followed.report.id, key }, accepted.value, now);
  return ok(entryOf(followed.report, key, accepted.value));
}

function entryOf(report: ScrutinyReport, key: string, fact: ConditionFact): Entry {
  const { bodyId, places, topics, committee } = report;
  return publicEntry({
    act: 'governance.condition.reported',
    subject: reportPath(report),
    summary: `Condition ${key} of ${committee}: ${conditionFactKinds[fact.kind].toLowerCase()}`,
    facts: { condition: key, fact: asJson(fact) },
    about: { bodies: [bodyId], places, topics },
  });
}

/** A fact as plain data: what it does not say is left out, and figures are texts, exactly as they are. */
const asJson = (fact: ConditionFact): Json =>
  JSON.parse(
    JSON.stringify(fact, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value)),
  ) as Json;
