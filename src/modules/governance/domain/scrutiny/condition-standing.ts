import { addDays, type IsoDate, latestOf } from '#platform/kernel';
import { type ConditionFact, holds, type Watch } from './condition-fact.ts';

/** Where a condition is on a day. Derived from dated facts; never stored. */
export type ConditionStanding =
  | Readonly<{ standing: 'not-yet-watched'; because: NotWatchedBecause }>
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
 * said to be done has slipped without anyone saying so.
 */
export function conditionStanding(
  acceptance: Acceptance,
  facts: readonly ConditionFact[],
  on: IsoDate,
): ConditionStanding {
  if (typeof acceptance === 'string') return notWatched(acceptance);
  if (acceptance.since > on) return notWatched('no-response');
  const known = facts.filter((fact) => fact.on <= on).toSorted((a, b) => a.on.localeCompare(b.on));
  return judge(known.reduce(after, begun), acceptance.since, on);
}

const notWatched = (because: NotWatchedBecause): ConditionStanding => ({
  standing: 'not-yet-watched',
  because,
});

type Slip = Readonly<{ since: IsoDate; why: SlippedWhy; says: string }>;
type Course = Readonly<{
  watch: Watch | undefined;
  due: IsoDate | undefined;
  expected: IsoDate | undefined;
  /** Since when it has been on the wrong side, as far as anyone has said. */
  slip: Slip | undefined;
  met: IsoDate | undefined;
  /** It was thought to be met until this day. */
  reopened: IsoDate | undefined;
  isRead: boolean;
}>;
const begun: Course = {
  watch: undefined,
  due: undefined,
  expected: undefined,
  slip: undefined,
  met: undefined,
  reopened: undefined,
  isRead: false,
};

function after(course: Course, fact: ConditionFact): Course {
  switch (fact.kind) {
    case 'watched':
      return { ...begun, watch: fact.watch, due: fact.watch.kind === 'figure' ? undefined : fact.watch.by };
    case 'met':
      return { ...course, met: fact.on, slip: undefined };
    case 'reopened':
      return { ...course, met: undefined, reopened: fact.on };
    case 'agreed':
      return { ...course, due: fact.to, expected: undefined, slip: undefined };
    case 'moved':
      return moved(course, fact);
    case 'slipped':
      return { ...course, met: undefined, slip: slipped(course, fact, 'reported') };
    case 'reading':
      return read(course, fact);
    default:
      return fact satisfies never;
  }
}

/** A slip goes on from the day on which it began, whatever is said of it later. */
const slipped = ({ slip }: Course, { on, says }: ConditionFact, why: SlippedWhy): Slip => ({
  since: slip?.since ?? on,
  why,
  says,
});

function moved(course: Course, fact: ConditionFact & Readonly<{ kind: 'moved' | 'agreed' }>): Course {
  // The first day that is named for a thing without one is its day.
  if (course.due === undefined) return { ...course, due: fact.to };
  const slip = fact.to > course.due ? slipped(course, fact, 'moved-later') : undefined;
  return { ...course, expected: fact.to, slip };
}

function read(course: Course, fact: ConditionFact & Readonly<{ kind: 'reading' }>): Course {
  const { watch } = course;
  if (watch?.kind !== 'figure') return course;
  const isRight = holds(fact.value, watch.comparison, watch.threshold);
  return { ...course, isRead: true, slip: isRight ? undefined : slipped(course, fact, 'figure-fails') };
}

function judge(course: Course, acceptedSince: IsoDate, on: IsoDate): ConditionStanding {
  const { watch, due, expected, slip, met, reopened, isRead } = course;
  if (met !== undefined) return { standing: 'met', on: met, isLate: due !== undefined && met > due };
  const begins = watch?.kind === 'figure' ? watch.from : undefined;
  if (begins !== undefined && on < begins) return notWatched('begins-later');
  if (slip !== undefined) {
    const since = latestOf(slip.since, acceptedSince, begins ?? slip.since);
    return { standing: 'slipped', ...slip, since, due, expected };
  }
  if (watch?.kind === 'figure') return isRead ? { standing: 'on-track', due } : { standing: 'not-known' };
  if (due === undefined) return notWatched(watch === undefined ? 'nothing-stated' : 'no-date-stated');
  if (on <= due) return { standing: 'on-track', due };
  const since = latestOf(addDays(due, 1), acceptedSince, reopened ?? acceptedSince);
  return { standing: 'slipped', since, why: 'not-done-by-its-day', says: '', due, expected };
}
