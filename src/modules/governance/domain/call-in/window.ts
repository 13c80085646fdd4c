import {
  type Calendar,
  callInDeadline,
  type ComputedTime,
  countsFrom,
  type EffectiveFrom,
  effectiveFrom,
} from '#platform/kernel';
import type { DecisionFacts } from '../decision/facts.ts';
import { type CallInRule, type CallInRules, unknownAmong } from './rules.ts';

/** When a published decision can be called in until, and when it takes effect if nobody does. */
export type Window =
  | Readonly<{
      standing: 'known';
      deadline: ComputedTime;
      effective: EffectiveFrom;
      /** Rules taken at their most cautious because they are not known. */
      assumed: readonly CallInRule[];
    }>
  | Readonly<{ standing: 'not-known'; missing: readonly CallInRule[] }>;

/** The window of a record published then, by the body’s rules. Without its length or closing time there is none to tell. */
export function callInWindow(
  published: NonNullable<DecisionFacts['published']>,
  rules: CallInRules,
  calendar: Calendar,
): Window {
  const { windowWorkingDays, closeTime, cutOff } = rules;
  if (windowWorkingDays === undefined || closeTime === undefined)
    return { standing: 'not-known', missing: unknownAmong(rules, ['windowWorkingDays', 'closeTime']) };
  const publication =
    cutOff === undefined || published.at === undefined
      ? published.on
      : countsFrom(calendar, { date: published.on, time: published.at }, cutOff).date;
  const window = {
    publication,
    windowWorkingDays,
    closeTime,
    effective: rules.effective ?? 'startOfNextWorkingDay',
  };
  return {
    standing: 'known',
    deadline: callInDeadline(calendar, window),
    effective: effectiveFrom(calendar, window),
    assumed: unknownAmong(rules, ['appliesTo', 'effective']),
  };
}

/** Whether the body’s rules open this decision to call-in at all. Not known which: then it is open. */
export function isOpenToCallIn(facts: DecisionFacts, { appliesTo, oncePerDecision }: CallInRules): boolean {
  if (!facts.clauses.some(({ effect }) => effect === 'executive')) return false;
  if (facts.reconsideredBefore && oncePerDecision === true) return false;
  switch (appliesTo) {
    case 'key':
      return facts.isKey;
    case 'key-and-member':
      return facts.isKey || facts.takenBy === 'member';
    case 'all-executive':
    case undefined:
      return true;
    default:
      return appliesTo satisfies never;
  }
}
