import { addDays, date, dateParts, daysInMonth, formatDate, type IsoDate, months } from '#platform/kernel';
import type { MonthsCovered } from '../import/import.ts';

/** The whole months in which days lie: `2026-07-03` to `2026-08-20` is July and August 2026. */
export function monthsAround(from: IsoDate, to: IsoDate): MonthsCovered {
  const last = dateParts(to);
  return {
    from: date(`${from.slice(0, 7)}-01`),
    to: date(`${to.slice(0, 7)}-${daysInMonth(last.year, last.month)}`),
  };
}

/** Days as a sentence names them: `1 July 2026 to 31 July 2026`, and one day once. */
export const daysInWords = (from: IsoDate, to: IsoDate): string =>
  from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;

/** In words: `July 2026`, `July to September 2026`, `December 2025 to January 2026`. */
export function monthsInWords({ from, to }: MonthsCovered): string {
  const [first, last] = [dateParts(from), dateParts(to)];
  if (first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) return daysInWords(from, to);
  const [begins, ends] = [months[first.month - 1] ?? '', months[last.month - 1] ?? ''];
  if (first.year !== last.year) return `${begins} ${first.year} to ${ends} ${last.year}`;
  return first.month === last.month ? `${begins} ${last.year}` : `${begins} to ${ends} ${last.year}`;
}

/** How releases of a body and dataset lie to the days of a new one, or of several that take their places together. */
export function placeAmong<Release extends Readonly<{ periodFrom: IsoDate; periodTo: IsoDate }>>(
  periods: readonly MonthsCovered[],
  standing: readonly Release[],
): Readonly<{ covered: readonly Release[]; overlapped: readonly Release[] }> {
  const spans = withoutSeams(periods);
  const touched = standing.filter((release) => spans.some((span) => isTouched(release, span)));
  const isCovered = ({ periodFrom, periodTo }: Release) =>
    spans.some(({ from, to }) => periodFrom >= from && periodTo <= to);
  return { covered: touched.filter(isCovered), overlapped: touched.filter((each) => !isCovered(each)) };
}

/** Whether a release is of some of these days. */
export const isTouched = (
  { periodFrom, periodTo }: Readonly<{ periodFrom: IsoDate; periodTo: IsoDate }>,
  { from, to }: MonthsCovered,
): boolean => periodFrom <= to && periodTo >= from;

/** Periods in their order, those that follow each other as one. */
function withoutSeams(periods: readonly MonthsCovered[]): readonly MonthsCovered[] {
  const spans: MonthsCovered[] = [];
  for (const period of periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = spans.at(-1);
    if (last !== undefined && period.from <= addDays(last.to, 1))
      spans.splice(-1, 1, { from: last.from, to: last.to > period.to ? last.to : period.to });
    else spans.push(period);
  }
  return spans;
}

type Named = Readonly<{ bodyId: string; dataset: string; version: number; mark: string }>;

/**
 * `maidstone-2026-07-1-4f09c2`, `maidstone-cards-2026-07-to-2026-09-2-a81e03`: a name that a reader can read. The mark at its end is
 * never used twice, so that nothing worked out ahead from a publication that came to no end is ever taken for this one’s.
 */
export function releaseId({ bodyId, dataset, version, mark }: Named, { from, to }: MonthsCovered): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const which = dataset === 'procurement-card' ? '-cards' : '';
  return `${bodyId}${which}-${first === last ? first : `${first}-to-${last}`}-${version}-${mark}`;
}
