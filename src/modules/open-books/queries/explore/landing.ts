import type { Release } from '../../domain/release/release.ts';
import { type Month, spanOf, undated, yearBegun } from '../../domain/explore/month.ts';
import { everyMonth, type MonthSum } from './every-month.ts';
import { explored, type ExploreServices } from './explored.ts';

/** What one body has published. */
export type BodyAccount = Readonly<{
  bodyId: string;
  /** Newest first: the financial year, by the year in which it begins, with what was paid in it as far as it is published. */
  years: readonly Readonly<{ begun: number; pence: bigint; payments: number; months: number }>[];
  /** Payments without a day whose release lies in no one financial year: they are in none of the years. */
  inNoYear: Readonly<{ pence: bigint; payments: number }>;
  /** All payments without a day, those that count to a year by the months of their release too. */
  withoutDay: Readonly<{ pence: bigint; payments: number }>;
  releases: readonly Release[];
}>;

/** What is published and counts, body by body: every payment in one of the years, or in none. */
export async function accounts(services: ExploreServices): Promise<readonly BodyAccount[]> {
  const { view, standing } = await explored(services);
  if (view.bodies.length === 0) return [];
  const sums = await everyMonth(services.published, view);
  return view.bodies.map(({ bodyId }, at) => {
    const own = sums.filter(({ body }) => body === at);
    const years = new Set(own.map(({ month }) => yearOf(month)).filter((year) => year !== undefined));
    return {
      bodyId,
      years: [...years]
        .toSorted((a, b) => b - a)
        .map((begun) => {
          const ofYear = own.filter(({ month }) => yearOf(month) === begun);
          return {
            begun,
            ...together(ofYear),
            months: new Set(ofYear.flatMap(({ month }) => monthsOf(month))).size,
          };
        }),
      inNoYear: together(own.filter(({ month }) => yearOf(month) === undefined)),
      withoutDay: together(own.filter(({ month }) => month <= undated)),
      releases: standing.filter((release) => release.bodyId === bodyId),
    };
  });
}

const together = (sums: readonly MonthSum[]) => ({
  pence: sums.reduce((sum, { pence }) => sum + pence, 0n),
  payments: sums.reduce((sum, { payments }) => sum + payments, 0),
});

/** The financial year of a month, or of all the months that a payment without a day is of; undefined where that is no one year. */
function yearOf(month: Month): number | undefined {
  if (month > undated) return yearBegun(month);
  const span = spanOf(month);
  if (span === undefined || yearBegun(span.from) !== yearBegun(span.to)) return undefined;
  return yearBegun(span.from);
}

function monthsOf(month: Month): readonly number[] {
  const { from, to } = spanOf(month) ?? { from: month, to: month };
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
