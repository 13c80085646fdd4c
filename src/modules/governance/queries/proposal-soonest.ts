import { type Calendar, instantInLondon, londonTime, type WallTime } from '#platform/kernel';
import type { BodyRules } from '#modules/register';
import type { CallInRule } from '../domain/call-in/rules.ts';
import { standing } from '../domain/decision/standing.ts';
import type { Standing } from '../domain/decision/clause-standing.ts';
import type { Approval } from '../domain/proposal/proposal.ts';
import { callInRulesOn, valueOn } from './rules-on.ts';

/** When an approval could first have effect if it were decided, and its record published, at a moment. */
export type Soonest =
  /** A Council’s or a committee’s resolution has effect with its record; so has what is not open to call-in. */
  | Readonly<{ soonest: 'at-once'; from: Date }>
  | Readonly<{
      soonest: 'after-call-in';
      from: Date;
      standing: Extract<Standing, { standing: 'open-to-call-in' }>;
      /** Published after this time of day, a record counts as of the next working day. */
      cutOff: WallTime | undefined;
    }>
  | Readonly<{ soonest: 'not-known'; missing: readonly CallInRule[] }>
  /** A council run by committees takes no executive decisions (SI 2012/1020). */
  | Readonly<{ soonest: 'no-executive' }>;

/** The body’s own rules of that day decide; what they do not say, nobody can compute. */
export function soonestOf(approval: Approval, rules: BodyRules, calendar: Calendar, at: Date): Soonest {
  if (approval !== 'executive') return { soonest: 'at-once', from: at };
  const now = londonTime(at);
  if (valueOn(rules, 'regime', now.date) === 'committee') return { soonest: 'no-executive' };
  const facts = {
    takenOn: now.date,
    // As a key decision of a Cabinet: of all executive decisions, the one most bodies open to call-in.
    isKey: true,
    takenBy: 'body',
    clauses: [{ number: '1', effect: 'executive', text: '' }],
    published: { on: now.date, at: now.time },
    reconsideredBefore: false,
    waiver: undefined,
    signatures: [],
    hearings: [],
    councilReviews: [],
    reconsiderations: [],
    resolutions: [],
  } as const;
  const callIn = callInRulesOn(rules, now.date);
  const found = standing(facts, callIn, calendar, at).clauses[0]?.standing;
  if (found?.standing === 'open-to-call-in')
    return {
      soonest: 'after-call-in',
      from: instantInLondon(found.effective),
      standing: found,
      cutOff: callIn.cutOff,
    };
  if (found?.standing === 'not-known') return { soonest: 'not-known', missing: found.missing };
  // Published this minute, what is not open to call-in has effect; nothing else can have happened to it yet.
  return { soonest: 'at-once', from: at };
}

/** The moment itself, where there is one. */
export const momentOfSoonest = (soonest: Soonest): Date | undefined =>
  'from' in soonest ? soonest.from : undefined;
