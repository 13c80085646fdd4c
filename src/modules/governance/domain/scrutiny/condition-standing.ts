import { addDays, type IsoDate } from '#platform/kernel';
import { type ConditionFact, holds, type Watch } from './condition-fact.ts';

/** Where a condition is on a day. Derived from dated facts; never stored. */
export type ConditionStanding =
  | NotWatched
  | Readonly<{ standing: 'on-track'; due: IsoDate | undefined }>
  | Readonly<{
      standing: 'slipped';
      since: IsoDate;
      why: SlippedWhy;
      /** What was said of it; empty where the day alone tells. */
      says: string;
      /** The day it was to be done by, and the day it is now expected, where they are known. */
      due: IsoDate | undefined;
      expected: IsoDate | undefined;
    }>
  | Readonly<{ standing: 'met'; on: IsoDate; isLate: boolean }>
  /** A figure that nobody has read yet. */
  | Readonly<{ standing: 'not-known' }>;

type NotWatched = Readonly<{ standing: 'not-yet-watched'; because: NotWatchedBecause }>;
export type NotWatchedBecause =
  | 'no-response'
  | 'not-accepted'
  | 'nothing-stated'
  | 'no-date-stated'
  | 'begins-later';
export type SlippedWhy = 'not-done-by-its-day' | 'reported' | 'moved-later' | 'figure-fails';

/** Since when the recommendation it belongs to is accepted, in whole or in part; or that it is not. */
export type Acceptance = Readonly<{ since: IsoDate }> | 'not-accepted' | 'no-response';

/**
 * Where a condition stood on a day, by the facts of that day and before. The executive may say that a thing will be done
 * later than agreed, but only the committee can agree to it: until then a later day is a slip. What is past its day and not
 * said to be done has slipped without anyone saying so. A slip lasts from the first of the unbroken run of days on which it
 * was one, and no longer than the recommendation has been accepted.
 */
export function conditionStanding(
  acceptance: Acceptance,
  facts: readonly ConditionFact[],
  on: IsoDate,
): ConditionStanding {
  if (typeof acceptance === 'string') return notWatched(acceptance);
  if (acceptance.since > on) return notWatched('no-response');
  const inOrder = facts.toSorted((a, b) => a.on.localeCompare(b.on));
  const stood = stoodOn(inOrder, on);
  if (stood.standing !== 'slipped') return stood;
  const turns = [acceptance.since, ...inOrder.flatMap(turningDays)]
    .filter((day) => day >= acceptance.since && day <= on)
    .toSorted();
  const before = turns.findLastIndex((day) => stoodOn(inOrder, day).standing !== 'slipped');
  return { ...stood, since: turns[before + 1] ?? acceptance.since };
}

const notWatched = (because: NotWatchedBecause): NotWatched => ({ standing: 'not-yet-watched', because });

/** The days on which a fact may change where the condition stands: its own, and the day after one it names. */
function turningDays(fact: ConditionFact): readonly IsoDate[] {
  if (fact.kind === 'moved' || fact.kind === 'agreed') return [fact.on, addDays(fact.to, 1)];
  if (fact.kind !== 'watched') return [fact.on];
  const { watch } = fact;
  if (watch.kind === 'figure') return [fact.on, ...(watch.from === undefined ? [] : [watch.from])];
  return [fact.on, ...(watch.by === undefined ? [] : [addDays(watch.by, 1)])];
}

/** What has been said of it, up to a day. */
type Course = Readonly<{
  watch: Watch | undefined;
  due: IsoDate | undefined;
  expected: IsoDate | undefined;
  /** It is on the wrong side, and who said so how. */
  slip: Readonly<{ why: SlippedWhy; says: string }> | undefined;
  met: IsoDate | undefined;
  isRead: boolean;
}>;
const begun: Course = {
  watch: undefined,
  due: undefined,
  expected: undefined,
  slip: undefined,
  met: undefined,
  isRead: false,
};

function after(course: Course, fact: ConditionFact): Course {
  switch (fact.kind) {
    case 'watched':
      return { ...begun, watch: fact.watch, due: fact.watch.kind === 'figure' ? undefined : fact.watch.by };
    case 'met':
      return { ...course, met: fact.on, slip: undefined };
    case 'reopened':
      return { ...course, met: undefined };
    case 'agreed':
      return { ...course, due: fact.to, expected: undefined, slip: undefined };
    case 'moved':
      return moved(course, fact.to, fact.says);
    case 'slipped':
      return { ...course, met: undefined, slip: { why: 'reported', says: fact.says } };
    case 'reading':
      return read(course, fact.value, fact.says);
    default:
      return fact satisfies never;
  }
}

function moved(course: Course, to: IsoDate, says: string): Course {
  // The first day that is named for a thing without one is its day.
  if (course.due === undefined) return { ...course, due: to };
  return { ...course, expected: to, slip: to > course.due ? { why: 'moved-later', says } : undefined };
}

function read(course: Course, value: number, says: string): Course {
  const { watch } = course;
  if (watch?.kind !== 'figure') return course;
  const isRight = holds(value, watch.comparison, watch.threshold);
  return { ...course, isRead: true, slip: isRight ? undefined : { why: 'figure-fails', says } };
}

type Slipped = Extract<ConditionStanding, { standing: 'slipped' }>;

/** Where it stood on one day, taken by itself. */
function stoodOn(
  inOrder: readonly ConditionFact[],
  day: IsoDate,
): Exclude<ConditionStanding, Slipped> | Omit<Slipped, 'since'> {
  const course = inOrder.filter((fact) => fact.on <= day).reduce(after, begun);
  const { watch, due, expected, slip, met, isRead } = course;
  if (met !== undefined) return { standing: 'met', on: met, isLate: due !== undefined && met > due };
  if (watch?.kind === 'figure' && watch.from !== undefined && day < watch.from)
    return notWatched('begins-later');
  if (slip !== undefined) return { standing: 'slipped', ...slip, due, expected };
  if (watch?.kind === 'figure') return isRead ? { standing: 'on-track', due } : { standing: 'not-known' };
  if (due === undefined) return notWatched(watch === undefined ? 'nothing-stated' : 'no-date-stated');
  if (day <= due) return { standing: 'on-track', due };
  return { standing: 'slipped', why: 'not-done-by-its-day', says: '', due, expected };
}
