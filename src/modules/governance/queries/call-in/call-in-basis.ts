import type { Sql } from '#platform/db';
import type { Calendar } from '#platform/kernel';
import type { BodyRules } from '#modules/register';
import { hearingLimit, type HearingLimit } from '../../domain/call-in/hearing-limit.ts';
import type { CallInRules } from '../../domain/call-in/rules.ts';
import { callInRulesOn } from '../rules-on.ts';
import { decisionAt, rulesAndCalendars, type StoodDecision } from '../standings.ts';

export type { KeptSignature } from '../../store/signatures.ts';

/** A decision as it stood at a moment, with the rules that judge its call-in: those of the day on which it was taken. */
export type CallInBasis = StoodDecision &
  Readonly<{
    at: Date;
    body: BodyRules;
    rules: CallInRules;
    calendar: Calendar;
    /** Why the body has no call-in at all on that day, such as being run by committees; undefined where it may. */
    doesNotApply: string | undefined;
    /** By when a call-in that has been made is to be heard. */
    limit: HearingLimit | undefined;
  }>;

/** Reads one decision with everything its call-in is judged by; undefined where there is none. */
export async function callInBasis(sql: Sql, decisionId: string, at: Date): Promise<CallInBasis | undefined> {
  const stood = await decisionAt(sql, decisionId, at);
  return stood === undefined ? undefined : withRules(sql, stood, at);
}

/** The same for a decision that has been read already, as it stood at this moment. */
export async function withRules(sql: Sql, stood: StoodDecision, at: Date): Promise<CallInBasis> {
  const { bodyId, takenOn } = stood.decision;
  const found = (await rulesAndCalendars(sql, [bodyId])).get(bodyId);
  if (found === undefined) throw new Error(`${bodyId} is not in the register`);
  const rules = callInRulesOn(found.rules, takenOn);
  const window = found.rules.rule('callIn.window', { on: takenOn });
  const since = stood.standing.callIn?.judged?.calledInAt;
  return {
    ...stood,
    at,
    body: found.rules,
    rules,
    calendar: found.calendar,
    doesNotApply: window.standing === 'does-not-apply' ? window.because : undefined,
    limit: since === undefined ? undefined : hearingLimit(since, rules, found.calendar),
  };
}
