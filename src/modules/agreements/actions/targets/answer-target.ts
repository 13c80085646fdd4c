import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry } from '#platform/record';
import { groundDecisions } from '#modules/governance';
import { acceptAnswer, type AnswerFault, type GivenAnswer } from '../../domain/target/accept-answer.ts';
import { type Target, targetPath } from '../../domain/target/target.ts';
import { mayAnswerTargets } from '../../permissions.ts';
import { targetsWithGrounds } from '../../queries/targets-at.ts';
import { findSeries } from '../../store/series.ts';
import { insertTargetAnswer } from '../../store/targets.ts';
import type { Putter } from './put-target.ts';
import { answerEntry } from './target-entries.ts';

export type ToAnswer = GivenAnswer &
  Readonly<{
    targetId: string;
    /** How many answers of all partners the officer saw. */
    seen: number;
  }>;

export type EnterAnswerRefusal = AnswerFault | 'no-such-target' | Stale<Target>;
export type AnswerTargetRefusal = CommonRefusal | EnterAnswerRefusal;

/**
 * Records a body’s answer to a version of a target: its consent, by a decision of its own, which counts from the day the decision
 * takes effect; its refusal, which is a veto; or that it withdraws. Whoever took the place of a partner that ended answers for it.
 */
export async function answerTarget(
  services: ActServices,
  actor: Actor | undefined,
  given: ToAnswer,
  options: ActOptions = {},
): Promise<Result<void, AnswerTargetRefusal>> {
  if (actor === undefined) return refuse('signed-out');
  const allowed = may(actor, mayAnswerTargets, actor.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  const answerer = { bodyId, office: officeTitle, now: services.clock.now(), today: services.clock.today() };
  return act<void, AnswerTargetRefusal>(services, allowed.value, options, async (sql) => {
    const entered = await enterAnswer(sql, given, answerer);
    return entered.ok ? ok({ value: undefined, entry: entered.value }) : entered;
  });
}

/** The same within an act of the caller’s, which keeps the entry. */
export async function enterAnswer(
  sql: Sql,
  given: ToAnswer,
  { bodyId, office, now, today }: Putter,
): Promise<Result<Entry, EnterAnswerRefusal>> {
  const [agreementId = '', number = ''] = given.targetId.split('/');
  await lockThing(sql, targetPath({ agreementId, number: Number(number) }));
  const { targets, grounds } = await targetsWithGrounds(
    sql,
    { ids: [given.targetId] },
    { on: today, at: now },
  );
  const [stood] = targets;
  if (stood === undefined) return refuse('no-such-target');
  const { target, facts } = stood;
  if (target.answers.length !== given.seen) return refuse({ stale: target });
  const named = given.decision;
  const decision = named && (await groundDecisions(sql, [named.id], now)).get(named.id);
  const accepted = acceptAnswer(
    target,
    given,
    { bodyId, office, exists: grounds.bodies.get(bodyId)?.exists ?? false },
    {
      facts,
      today,
      decision: decision && {
        ...decision,
        clause: decision.clauses.find((clause) => clause.number === named?.clause),
      },
    },
  );
  if (!accepted.ok) return accepted;
  await insertTargetAnswer(sql, target.id, accepted.value, now);
  const series = await findSeries(sql, target.seriesId);
  return ok(
    answerEntry(target, accepted.value, {
      body: grounds.bodies.get(bodyId)?.name ?? bodyId,
      series: series?.title ?? target.seriesId,
      decision: decision?.path,
    }),
  );
}
