import {
  addDays,
  addWorkingDays,
  type Calendar,
  type ComputedDate,
  instantInLondon,
  londonDate,
  midnight,
} from '#platform/kernel';
import type { Hearing } from '../decision/facts.ts';
import { firstFrom } from '../decision/in-order.ts';
import type { CallInRules } from './rules.ts';

/** By when a call-in must be heard, and what happens when that day has passed. */
export type HearingLimit = Readonly<{
  /** The last day for the hearing. */
  by: ComputedDate;
  /** The first moment after it. */
  passed: Date;
  letsTakeEffect: boolean;
}>;

/** The limit for hearing a call-in made at a moment; undefined where the body’s rules set or tell none. */
export function hearingLimit(
  calledInAt: Date,
  { hearingWorkingDays, notHeard }: CallInRules,
  calendar: Calendar,
): HearingLimit | undefined {
  if (hearingWorkingDays === undefined) return undefined;
  const by = addWorkingDays(calendar, londonDate(calledInAt), hearingWorkingDays);
  const passed = instantInLondon({ date: addDays(by.date, 1), time: midnight });
  return { by, passed, letsTakeEffect: notHeard === 'effective' };
}

/**
 * The hearing of a call-in made at a moment: the first that follows it, unless the decision had taken effect by then for
 * want of one.
 */
export function hearingOf(
  calledInAt: Date,
  hearings: readonly Hearing[],
  limit: HearingLimit | undefined,
): Hearing | undefined {
  const heard = firstFrom(hearings, calledInAt);
  if (heard === undefined || limit === undefined || !limit.letsTakeEffect) return heard;
  return heard.at < limit.passed ? heard : undefined;
}
