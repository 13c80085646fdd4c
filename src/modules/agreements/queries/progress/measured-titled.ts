import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { findReport } from '../../store/reports.ts';
import { ownThingTitled } from '../../store/linked-things.ts';
import { findSeries } from '../../store/series.ts';
import { namesOn } from './names.ts';

/** What a page of what is measured is called, as followers know it: a series, its curve, an indicator, an outcome, a report. */
export async function measuredTitled(sql: Sql, path: string, on: IsoDate): Promise<string | undefined> {
  const [, room, id = '', part, ...more] = path.split('/');
  if (more.length > 0) return undefined;
  if (room === 'indicators' && part === undefined) return ownThingTitled(sql, 'indicator', id);
  if (room === 'outcomes' && part !== undefined) return ownThingTitled(sql, 'outcome', `${id}/${part}`);
  if (room === 'reports' && part === undefined) return (await findReport(sql, id))?.title;
  if (room !== 'series') return undefined;
  const series = await findSeries(sql, id);
  if (series === undefined || part === undefined) return series?.title;
  return `${series.title}, ${(await namesOn(sql, on)).area(series, part)}`;
}
