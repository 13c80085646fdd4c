import { addDays, addMonths, date, dateParts, daysBetween, type IsoDate, londonDate } from '#platform/kernel';
import type { Dataset, Release } from '../release/release.ts';
import { releaseStanding } from '../release/release.ts';

/** What councils must publish, how often, and within how many months of the period’s last day. */
export type Duty = Readonly<{
  id: string;
  title: string;
  every: 'quarter' | 'year';
  monthsAfter: number;
  /** The first day on which it was a duty: periods that end before are not owed. */
  from: IsoDate;
  /** What is kept here of it; undefined where nothing is. */
  dataset: Dataset | undefined;
  source: string;
  certainty: string;
}>;

/** A period for which something is owed, and the last day to publish it. */
export type Owed = Readonly<{ from: IsoDate; to: IsoDate; due: IsoDate }>;

/** How something that is owed stands on a day. */
export type OwedStanding =
  | Readonly<{ is: 'not-due' }>
  | Readonly<{ is: 'not-published'; daysLate: number }>
  /** Some months of the period are published. */
  | Readonly<{ is: 'in-part'; daysLate: number; missing: readonly IsoDate[] }>
  /** All of it is, since `on`: so many days after it was due, 0 or fewer where it was in time. */
  | Readonly<{ is: 'published'; on: IsoDate; daysLate: number }>;

/** The latest periods of a duty that had ended by a day, the last first. Quarters and years are those of the financial year. */
export function owedBy({ every, monthsAfter, from }: Duty, on: IsoDate, periods: number): readonly Owed[] {
  const months = every === 'quarter' ? 3 : 12;
  const { year, month } = dateParts(on);
  // The first day of the period that the day lies in: financial years begin in April, quarters in every third month.
  const into = every === 'quarter' ? (month - 1) % 3 : (month + 8) % 12;
  const begins = addMonths(date(`${year}-${String(month).padStart(2, '0')}-01`), 0 - into);
  return Array.from({ length: periods }, (_, back): Owed => {
    const first = addMonths(begins, 0 - months * (back + 1));
    const last = addDays(addMonths(first, months), -1);
    return { from: first, to: last, due: addMonths(last, monthsAfter) };
  }).filter(({ to }) => to >= from);
}

/** The first days of the months of a period that no day of these releases covers wholly. */
const monthsMissing = ({ from, to }: Owed, releases: readonly Release[]): readonly IsoDate[] => {
  const missing: IsoDate[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const last = addDays(addMonths(month, 1), -1);
    if (!isCovered(month, last, releases)) missing.push(month);
  }
  return missing;
};

function isCovered(from: IsoDate, to: IsoDate, releases: readonly Release[]): boolean {
  let reached = addDays(from, -1);
  for (const { periodFrom, periodTo } of releases.toSorted((a, b) => (a.periodFrom < b.periodFrom ? -1 : 1)))
    if (periodFrom <= addDays(reached, 1) && periodTo > reached) reached = periodTo;
  return reached >= to;
}

/**
 * How what is owed stands on a day, by the releases of one body and dataset published by then. What was published in time and
 * replaced since counts from when it was first whole; what was withdrawn and not replaced does not count.
 */
export function owedStanding(owed: Owed, releases: readonly Release[], on: IsoDate): OwedStanding {
  const standing = releases.filter((release) => releaseStanding(release, releases).is === 'standing');
  const missing = monthsMissing(owed, standing);
  const daysLate = daysBetween(owed.due, on);
  if (missing.length === 0) {
    const wholeOn = firstWhole(owed, releases);
    return { is: 'published', on: wholeOn, daysLate: daysBetween(owed.due, wholeOn) };
  }
  const months = monthsMissing(owed, []).length;
  if (missing.length < months) return { is: 'in-part', daysLate, missing };
  return daysLate <= 0 ? { is: 'not-due' } : { is: 'not-published', daysLate };
}

/** The day on which releases covered it all for the first time. */
function firstWhole(owed: Owed, releases: readonly Release[]): IsoDate {
  const inOrder = releases.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  const at = inOrder.findIndex((_, last) => monthsMissing(owed, inOrder.slice(0, last + 1)).length === 0);
  const release = inOrder[Math.max(at, 0)];
  if (release === undefined) throw new Error('Nothing is covered by no release');
  return londonDate(release.publishedAt);
}
