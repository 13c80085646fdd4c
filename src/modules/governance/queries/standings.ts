import type { Sql } from '#platform/db';
import { type Calendar, instantInLondon, type IsoDate, lastMomentOf, midnight } from '#platform/kernel';
import { type BodyRules, calendarsForEach, rulesForEach } from '#modules/register';
import { type Decision, makers } from '../domain/decision/decision.ts';
import type { DecisionFacts } from '../domain/decision/facts.ts';
import { type DecisionStanding, standing } from '../domain/decision/standing.ts';
import type { Step } from '../domain/decision/step.ts';
import { findDecisions } from '../store/decisions.ts';
import { type KeptSignature, listSignatures } from '../store/signatures.ts';
import { type KeptWaiver, listSteps, listWaivers } from '../store/steps.ts';
import { callInRulesOn } from './rules-on.ts';

/** A decision with everything that has happened to it, and where it stood at the moment asked. */
export type StoodDecision = Readonly<{
  decision: Decision;
  facts: DecisionFacts;
  steps: readonly Step[];
  signatures: readonly KeptSignature[];
  waiver: KeptWaiver | undefined;
  standing: DecisionStanding;
}>;

/**
 * The moment a page speaks of: now on the day itself, the last instant of an earlier day, the first of a later one, by
 * Kent’s clocks.
 */
export function momentOn({ on, today, now }: Readonly<{ on: IsoDate; today: IsoDate; now: Date }>): Date {
  if (on === today) return now;
  return on > today ? instantInLondon({ date: on, time: midnight }) : lastMomentOf(on);
}

/**
 * Where these decisions stood at a moment, each by its own body’s rules of the day it was taken. Whoever asks sees of a
 * call-in what row-level security shows: before there are enough signatures, only the members’ own body sees any.
 */
export async function decisionsAt(
  sql: Sql,
  ids: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, StoodDecision>> {
  if (ids.length === 0) return new Map();
  // The id of a decision begins with that of its body.
  const bodyIds = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  const [decisions, signatures, steps, waivers, bodies] = await Promise.all([
    findDecisions(sql, ids),
    listSignatures(sql, ids),
    listSteps(sql, ids),
    listWaivers(sql, ids),
    rulesAndCalendars(sql, bodyIds),
  ]);
  const stood = decisions.map((decision): readonly [string, StoodDecision] => {
    const body = bodies.get(decision.bodyId);
    if (body === undefined) throw new Error(`${decision.id} is of a body that the register does not have`);
    const own = {
      steps: steps.get(decision.id) ?? [],
      signatures: signatures.get(decision.id) ?? [],
      waiver: waivers.get(decision.id),
    };
    const facts = factsOf(decision, own);
    const rules = callInRulesOn(body.rules, decision.takenOn);
    return [decision.id, { decision, facts, ...own, standing: standing(facts, rules, body.calendar, at) }];
  });
  return new Map(stood);
}

/** The same for one decision; undefined where there is none. */
export async function decisionAt(sql: Sql, id: string, at: Date): Promise<StoodDecision | undefined> {
  return (await decisionsAt(sql, [id], at)).get(id);
}

type RulesAndCalendar = Readonly<{ rules: BodyRules; calendar: Calendar }>;

/** The rules and calendars of these bodies. */
export async function rulesAndCalendars(
  sql: Sql,
  bodyIds: readonly string[],
): Promise<ReadonlyMap<string, RulesAndCalendar>> {
  const [rules, calendars] = await Promise.all([rulesForEach(sql, bodyIds), calendarsForEach(sql, bodyIds)]);
  const both = bodyIds.flatMap((bodyId) => {
    const [own, calendar] = [rules.get(bodyId), calendars.get(bodyId)];
    return own === undefined || calendar === undefined ? [] : [[bodyId, { rules: own, calendar }] as const];
  });
  return new Map(both);
}

/** The facts that decide where a decision stands, from what is kept of it. */
export function factsOf(
  decision: Decision,
  { steps, signatures, waiver }: Pick<StoodDecision, 'steps' | 'signatures' | 'waiver'>,
): DecisionFacts {
  const { takenOn, isKey, clauses, publishedOn, publishedAt, reconsiders } = decision;
  return {
    takenOn,
    isKey,
    takenBy: makers[decision.makerKind].takenBy,
    clauses,
    published: { on: publishedOn, at: publishedAt },
    reconsideredBefore: reconsiders !== undefined,
    waiver,
    signatures,
    hearings: steps.filter((step) => step.kind === 'hearing'),
    councilReviews: steps.filter((step) => step.kind === 'council-review'),
    reconsiderations: steps.filter((step) => step.kind === 'reconsideration'),
    resolutions: steps.filter((step) => step.kind === 'resolution'),
  };
}
