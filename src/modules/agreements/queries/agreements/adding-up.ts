import type { Sql } from '#platform/db';
import {
  decimalFraction,
  divideFractions,
  fractionText,
  type IsoDate,
  multiplyFractions,
} from '#platform/kernel';
import { type Aggregate, aggregate, type NoAggregate } from '../../domain/series/aggregate.ts';
import type { Series } from '../../domain/series/series.ts';
import type { Target } from '../../domain/target/target.ts';
import { findAgreements } from '../../store/agreements.ts';
import { recentReadings } from '../../store/readings.ts';
import { listSeries } from '../../store/series.ts';
import { listTargets } from '../../store/targets.ts';

/** A target of the whole beside what its chapters set out to reach together, in one year. */
export type AddedUp = Readonly<{
  target: Target;
  series: Series;
  /** The last day of the year. */
  by: IsoDate;
  wanted: string;
  /** The chapters that have a target for it, by their area. */
  areas: readonly string[];
  together: Aggregate | NoAggregate;
}>;

/**
 * How the targets of an agreement’s chapters add up to its own: counts and money are added; of a rate each chapter’s share is
 * weighed by how many it was last measured out of, since an average of percentages is of nothing. Known on a day.
 */
export async function chaptersAddedUp(
  sql: Sql,
  agreementId: string,
  on: IsoDate,
): Promise<readonly AddedUp[]> {
  const chapters = await findAgreements(sql, { partOf: agreementId });
  if (chapters.length === 0) return [];
  const [own, theirs] = await Promise.all([
    listTargets(sql, { agreementIds: [agreementId] }),
    listTargets(sql, { agreementIds: chapters.map(({ id }) => id) }),
  ]);
  const parts = theirs.filter(({ partOf }) => partOf !== undefined);
  if (parts.length === 0) return [];
  const [series, readings] = await Promise.all([
    listSeries(sql, { ids: [...new Set(own.map(({ seriesId }) => seriesId))] }),
    recentReadings(sql, parts, { periods: 1, on }),
  ]);
  const outOf = new Map(readings.map((each) => [`${each.seriesId} ${each.areaId}`, each.denominator]));
  return own.flatMap((target) => {
    const found = series.find(({ id }) => id === target.seriesId);
    const children = parts.filter(
      ({ partOf, seriesId }) => partOf === target.id && seriesId === target.seriesId,
    );
    if (found === undefined || children.length === 0) return [];
    return (putBy(target, on)?.values ?? []).map(({ period, value }) => ({
      target,
      series: found,
      by: period.to,
      wanted: value,
      areas: children.map(({ areaId }) => areaId),
      together: aggregate(
        found,
        children.map((child) => ({
          areaId: child.areaId,
          reading: partIn(found, child, period.to, on, outOf.get(`${child.seriesId} ${child.areaId}`)),
        })),
      ),
    }));
  });
}

const putBy = ({ versions }: Target, on: IsoDate) => versions.findLast(({ putOn }) => putOn <= on);

/** What a chapter sets for a year, as if it were measured so: a rate out of as many as it was last measured out of. */
function partIn(
  { ratio }: Series,
  child: Target,
  by: IsoDate,
  on: IsoDate,
  denominator: string | undefined,
): Parameters<typeof aggregate>[1][number]['reading'] {
  const value = putBy(child, on)?.values.find(({ period }) => period.to === by)?.value;
  if (value === undefined) return undefined;
  if (ratio === undefined || denominator === undefined)
    return { status: 'final', value, numerator: undefined, denominator: undefined };
  const share = divideFractions(decimalFraction(value), decimalFraction(ratio.per));
  const numerator = fractionText(multiplyFractions(share, decimalFraction(denominator)), mostDecimals);
  return { status: 'final', value, numerator, denominator };
}

/** Finer than any figure is published. */
const mostDecimals = 12;
