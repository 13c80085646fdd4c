import type { Dataset } from '#platform/http';
import type { Sql } from '#platform/db';
import {
  addDays,
  earliestOf,
  type FinancialYear,
  financialYearDates,
  type IsoDate,
  londonDate,
} from '#platform/kernel';
import { everyBody } from '#modules/register';
import {
  type Expected,
  answersFor,
  expectedReadings,
  periodsDueOfEach,
} from '../../domain/reading/expected.ts';
import { type Timeliness, type TimelinessFigures, timelinessOf } from '../../domain/reading/timeliness.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { periodKey } from '../../store/bringing.ts';
import { countFirstReadings, firstReadingsOf } from '../../store/first-readings.ts';
import { listSeries } from '../../store/series.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';

/** How one body kept the days by which its readings were due, in one financial year. */
export type BodyTimeliness = TimelinessFigures & Readonly<{ bodyId: string; name: string }>;

/** What was due in a year and by a day; of the day itself what was due the day before, for the day is not over. */
const daysOf = (year: FinancialYear, on: IsoDate) => {
  const { first, last } = financialYearDates(year);
  return { first, last: earliestOf(last, addDays(on, -1)) };
};

/** Every body that brings readings, in the order of their names: it ranks nobody. */
export async function countTimeliness(
  sql: Sql,
  year: FinancialYear,
  on: IsoDate,
): Promise<readonly BodyTimeliness[]> {
  const days = daysOf(year, on);
  const [series, owners, bodies] = [
    await listSeries(sql),
    await listSeriesOwners(sql),
    await everyBody(sql, { on }),
  ];
  const due = periodsDueOfEach(series, days);
  const counts = await countFirstReadings(
    sql,
    series.flatMap(({ id }) => (due.get(id) ?? []).map((each) => ({ seriesId: id, ...each }))),
    on,
  );
  const expected = new Map<string, number>();
  for (const owner of owners)
    for (const { period } of due.get(owner.seriesId) ?? [])
      if (answersFor(owner, period)) expected.set(owner.bodyId, (expected.get(owner.bodyId) ?? 0) + 1);
  return bodies
    .filter(({ id }) => owners.some(({ bodyId }) => bodyId === id))
    .map(({ id, name }) => {
      const { onTime, late } = counts.get(id) ?? { onTime: 0, late: 0 };
      const all = expected.get(id) ?? 0;
      return { bodyId: id, name, due: all, onTime, late, missing: all - onTime - late };
    });
}

/** One reading that was due, and how it stands. */
export type TimelinessLine = Expected &
  Readonly<{ title: string; published: IsoDate | undefined; timeliness: Timeliness }>;

/** One body’s readings of one year, line by line: what is missing first, then what was late, each by its due day. */
export async function timelinessOfBody(
  sql: Sql,
  bodyId: string,
  year: FinancialYear,
  on: IsoDate,
): Promise<readonly TimelinessLine[]> {
  const owners = await listSeriesOwners(sql, { bodyId });
  const series = await listSeries(sql, { ids: [...new Set(owners.map(({ seriesId }) => seriesId))] });
  const byId = new Map(series.map((each) => [each.id, each]));
  const expected = expectedReadings(owners, byId, financialYearDates(year));
  const [first, last] = [
    expected.reduce<IsoDate>((least, { period }) => earliestOf(least, period.to), on),
    expected.reduce<IsoDate>((most, { period }) => (period.to > most ? period.to : most), '' as IsoDate),
  ];
  if (expected.length === 0) return [];
  const published = new Map(
    (await firstReadingsOf(sql, { bodyId, first, last, on })).map((each) => [
      periodKey(each),
      each.publishedAt,
    ]),
  );
  return expected
    .map((each): TimelinessLine => {
      const { seriesId, areaId, bodyId, role, period, due } = each;
      const publishedAt = published.get(periodKey(each));
      const publishedOn = publishedAt === undefined ? undefined : londonDate(publishedAt);
      return {
        seriesId,
        areaId,
        bodyId,
        role,
        period,
        due,
        title: byId.get(seriesId)?.title ?? seriesId,
        published: publishedOn,
        timeliness: timelinessOf({ due, publishedOn }, on),
      };
    })
    .toSorted((a, b) => order[a.timeliness] - order[b.timeliness]);
}

const order: Readonly<Record<Timeliness, number>> = { missing: 0, late: 1, 'on-time': 2, 'not-yet-due': 3 };

export const timelinessDataset = (year: FinancialYear, bodies: readonly BodyTimeliness[]): Dataset => ({
  name: `timeliness-${year}`,
  source: `The record of published readings, due in ${year}`,
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'name', title: 'Name' },
    { key: 'due', title: 'Due' },
    { key: 'onTime', title: 'On time' },
    { key: 'late', title: 'Late' },
    { key: 'missing', title: 'Missing' },
  ],
  rows: bodies.map(({ bodyId, name, due, onTime, late, missing }) => ({
    body: bodyId,
    name,
    due,
    onTime,
    late,
    missing,
  })),
});

export const timelinessLinesDataset = (
  bodyId: string,
  year: FinancialYear,
  lines: readonly TimelinessLine[],
): Dataset => ({
  name: `timeliness-${bodyId}-${year}`,
  source: `The record of published readings, due in ${year}`,
  columns: [
    { key: 'series', title: 'Series' },
    { key: 'title', title: 'Title' },
    { key: 'area', title: 'Area' },
    { key: 'period', title: 'Period' },
    { key: 'from', title: 'Period from' },
    { key: 'to', title: 'Period to' },
    { key: 'due', title: 'Due' },
    { key: 'published', title: 'Published' },
    { key: 'standing', title: 'Standing' },
  ],
  rows: lines.map((line) => ({
    series: line.seriesId,
    title: line.title,
    area: line.areaId,
    period: periodName(line.period),
    from: line.period.from,
    to: line.period.to,
    due: line.due,
    published: line.published ?? null,
    standing: line.timeliness,
  })),
});
