import type { Sql } from '#platform/db';
import type { CalendarEvent } from '#platform/feeds';
import { addDays, groupBy, type IsoDate, plural } from '#platform/kernel';
import { type Expected, expectedReadings } from '../../domain/reading/expected.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { periodKey } from '../../store/bringing.ts';
import { firstReadingsOf } from '../../store/first-readings.ts';
import { lastNamedAt, listSeriesOwners } from '../../store/series-owners.ts';
import { whoseReadings } from './whose.ts';

/** How far ahead a calendar tells: a year, and the quarter of next year that a plan is made for. */
const daysTold = 460;
/** More would be a list, and there is a page for that. */
const namedInEvent = 12;

/**
 * The days by which a body’s readings are due from a day on, but for those that are published: one date for each day and each
 * office that brings them.
 */
export async function readingsDueAhead(
  sql: Sql,
  bodyId: string,
  from: IsoDate,
): Promise<readonly CalendarEvent[]> {
  const owners = await listSeriesOwners(sql, { bodyId });
  const seriesIds = [...new Set(owners.map(({ seriesId }) => seriesId))];
  const whose = await whoseReadings(sql, { seriesIds, on: from });
  const days = { first: from, last: addDays(from, daysTold) };
  const expected = expectedReadings(owners, whose.series, days);
  const changedAt = await lastNamedAt(sql, bodyId);
  const [earliest] = expected.map(({ period }) => period.to).toSorted((a, b) => a.localeCompare(b));
  if (earliest === undefined || changedAt === undefined) return [];
  const brought = await firstReadingsOf(sql, { bodyId, first: earliest, last: days.last, on: from });
  const published = new Map(brought.map((each) => [periodKey(each), each.publishedAt]));
  const nameOf = ({ seriesId, areaId, period }: Expected) =>
    `${whose.series.get(seriesId)?.title ?? seriesId}, ${whose.areaName(areaId) ?? areaId}, ${periodName(period)}`;

  return [...groupBy(expected, ({ due, role }) => `${due} ${role}`).values()].flatMap((together) => {
    const [one] = together;
    const missing = together.filter((each) => !published.has(periodKey(each)));
    if (one === undefined || missing.length === 0) return [];
    const names = missing.slice(0, namedInEvent).map(nameOf);
    const more = missing.length - names.length;
    return {
      uid: `readings-due/${bodyId}/${one.role}/${one.due}`,
      title: `${plural(missing.length, 'reading')} due from the office of ${one.role.replaceAll('-', ' ')}`,
      href: `/timeliness/${bodyId}`,
      starts: one.due,
      changedAt: latest([changedAt, ...together.flatMap((each) => published.get(periodKey(each)) ?? [])]),
      says: `${names.join('; ')}${more > 0 ? `; and ${plural(more, 'other')}` : ''}.`,
    };
  });
}

const latest = (instants: readonly Date[]): Date =>
  instants.reduce((last, each) => (each > last ? each : last));
