import { addDays, type IsoDate, latestOf, type Role } from '#platform/kernel';
import { periodsBetween, readingDue } from '../series/periods.ts';
import type { SeriesOwner } from '../series/series-owner.ts';
import type { Series } from '../series/series.ts';
import type { ReadingPeriod } from './reading.ts';

/** A reading that a body must bring, and by when. */
export type Expected = Readonly<{
  seriesId: string;
  areaId: string;
  bodyId: string;
  role: Role;
  period: ReadingPeriod;
  due: IsoDate;
}>;

type Measured = Pick<Series, 'id' | 'frequency' | 'accumulation' | 'fromDay' | 'lagDays'>;

/** The periods of a series whose readings are due from the first to the last day. */
export function periodsDue(
  series: Measured,
  { first, last }: Readonly<{ first: IsoDate; last: IsoDate }>,
): readonly Readonly<{ period: ReadingPeriod; due: IsoDate }>[] {
  const begins = addDays(first, -series.lagDays);
  const from = series.fromDay === undefined ? begins : latestOf(begins, series.fromDay);
  return periodsBetween(series, from, addDays(last, -series.lagDays)).map((period) => ({
    period,
    due: readingDue(series, period),
  }));
}

/** The same of many series, by series: those of one rhythm share one list. */
export function periodsDueOfEach(
  series: readonly Measured[],
  days: Readonly<{ first: IsoDate; last: IsoDate }>,
): ReadonlyMap<string, ReturnType<typeof periodsDue>> {
  const byRhythm = new Map<string, ReturnType<typeof periodsDue>>();
  return new Map(
    series.map((each) => {
      const rhythm = [each.frequency, each.accumulation, each.fromDay, each.lagDays].join(' ');
      const periods = byRhythm.get(rhythm) ?? periodsDue(each, days);
      byRhythm.set(rhythm, periods);
      return [each.id, periods];
    }),
  );
}

/** Whether an office answers for a period: it does for those that end while it is named. */
export const answersFor = ({ from, until }: SeriesOwner, { to }: ReadingPeriod): boolean =>
  from <= to && (until === undefined || to < until);

/** Everything due from the first to the last day, of these offices, the soonest first. */
export function expectedReadings(
  owners: readonly SeriesOwner[],
  series: ReadonlyMap<string, Measured>,
  days: Readonly<{ first: IsoDate; last: IsoDate }>,
): readonly Expected[] {
  const periods = periodsDueOfEach([...series.values()], days);
  return owners
    .flatMap((owner) =>
      (periods.get(owner.seriesId) ?? [])
        .filter(({ period }) => answersFor(owner, period))
        .map(({ period, due }) => {
          const { seriesId, areaId, bodyId, role } = owner;
          return { seriesId, areaId, bodyId, role, period, due };
        }),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
