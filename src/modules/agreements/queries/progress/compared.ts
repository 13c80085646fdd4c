import type { Database } from '#platform/db';
import { neighboursOfEach } from '#modules/register';
import { type Indicator } from '../../domain/framework/framework.ts';
import type { KeptReading, ReadingPeriod } from '../../domain/reading/reading.ts';
import type { Going } from '../../domain/series/going.ts';
import type { Series } from '../../domain/series/series.ts';
import { findIndicator } from '../../store/indicators.ts';
import { recentReadings } from '../../store/readings.ts';
import { findSeries } from '../../store/series.ts';
import type { Moment } from './moment.ts';
import { type Names, namesOn } from './names.ts';
import { progressBookOf } from './progress-book.ts';

/** One area of a comparison. */
export type ComparedArea = Readonly<{
  going: Going;
  name: string;
  /** Outside the register: there to compare with. */
  isOutside: boolean;
  /** Its figure for the period compared. */
  reading: KeptReading | undefined;
  /** Its last readings, the oldest first: one for each of the periods shown. */
  history: readonly (KeptReading | undefined)[];
}>;

/** One series from area to area, as known on a day. */
export type Compared = Readonly<{
  series: Series;
  indicator: Indicator | undefined;
  areas: readonly ComparedArea[];
  names: Names;
  /** The newest period that most areas have a figure of: figures of different periods are not set side by side. */
  period: ReadingPeriod | undefined;
  /** The last periods, the oldest first. */
  periods: readonly ReadingPeriod[];
  neighbours: ReadonlyMap<string, readonly string[]>;
}>;

const periodsShown = 12;

/** Compares a series from area to area; undefined where there is no such series. */
export async function comparedOn(
  database: Database,
  seriesId: string,
  moment: Moment,
): Promise<Compared | undefined> {
  const { on } = moment;
  const series = await findSeries(database, seriesId);
  if (series === undefined) return undefined;
  const [goings, names, indicator, neighbours] = await Promise.all([
    progressBookOf(database).on(database, moment),
    namesOn(database, on),
    findIndicator(database, series.indicatorId),
    neighboursOfEach(database),
  ]);
  const own = [...goings.values()].filter((going) => going.series.id === seriesId);
  const readings = await recentReadings(
    database,
    own.map(({ areaId }) => ({ seriesId, areaId })),
    { periods: periodsShown, on },
  );
  const periods = lastPeriods(readings);
  const period = comparable(readings, periods, own.length);
  const areas = own.map((going): ComparedArea => {
    const ofArea = readings.filter(({ areaId }) => areaId === going.areaId);
    const history = periods.map((each) => ofArea.find((reading) => isOf(reading, each)));
    return {
      going,
      name: names.area(series, going.areaId),
      isOutside: names.isOutside(going.areaId),
      reading: period && ofArea.find((reading) => isOf(reading, period)),
      history,
    };
  });
  return {
    series,
    indicator,
    areas: areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    names,
    period,
    periods,
    neighbours,
  };
}

const isOf = ({ period }: KeptReading, { from, to }: ReadingPeriod): boolean =>
  period.from === from && period.to === to;

function lastPeriods(readings: readonly KeptReading[]): readonly ReadingPeriod[] {
  const found = new Map(readings.map(({ period }) => [`${period.to} ${period.from}`, period]));
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, period]) => period)
    .slice(-periodsShown);
}

/** Of the last periods, the newest that at least half of the areas have a figure of, else the newest of all. */
function comparable(
  readings: readonly KeptReading[],
  periods: readonly ReadingPeriod[],
  areas: number,
): ReadingPeriod | undefined {
  const held = (period: ReadingPeriod) =>
    readings.filter((reading) => isOf(reading, period) && reading.value !== undefined).length;
  return periods.findLast((period) => held(period) * 2 >= areas) ?? periods.at(-1);
}
