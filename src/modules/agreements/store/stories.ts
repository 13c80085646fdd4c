import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Story } from '../domain/reading/story.ts';
import type { SeriesInArea } from './readings.ts';
import type { AgreementsTables } from './tables.ts';
import type { ReadingTables } from './tables/readings.ts';

/** Every story told of a series in an area by the end of a day, the last told first. */
export async function listStories(
  sql: Sql,
  { seriesId, areaId }: SeriesInArea,
  on?: IsoDate,
): Promise<readonly Story[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.story')
    .selectAll()
    .where('series_id', '=', seriesId)
    .where('area_id', '=', areaId)
    .$if(on !== undefined, (query) => query.where('published_at', '<=', lastMomentOf(on as IsoDate)))
    .orderBy('number', 'desc')
    .execute();
  return rows.map(storyFrom);
}

/** The last story told of each of these by the end of a day. */
export async function lastStories(
  sql: Sql,
  of: readonly SeriesInArea[],
  on: IsoDate,
): Promise<readonly Story[]> {
  if (of.length === 0) return [];
  const { rows } = await raw<ReadingTables['agreements.story']>`
    SELECT DISTINCT ON (story.series_id, story.area_id) story.*
    FROM agreements.story
    JOIN unnest(
      ${of.map(({ seriesId }) => seriesId)}::text[], ${of.map(({ areaId }) => areaId)}::text[]
    ) AS asked (series_id, area_id) USING (series_id, area_id)
    WHERE published_at <= ${lastMomentOf(on)}
    ORDER BY story.series_id, story.area_id, number DESC
  `.execute(sql.tables<AgreementsTables>());
  return rows.map(storyFrom);
}

/** Keeps a story. The caller holds the lock of the series in its area. */
export async function insertStory(sql: Sql, story: Story): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.story')
    .values({
      series_id: story.seriesId,
      area_id: story.areaId,
      number: story.number,
      period_to: story.periodTo,
      says: story.says,
      body_id: story.bodyId,
      by_office: story.byOffice,
      published_at: story.publishedAt,
    })
    .execute();
}

const storyFrom = (row: ReadingTables['agreements.story']): Story => ({
  seriesId: row.series_id,
  areaId: row.area_id,
  number: row.number,
  periodTo: row.period_to,
  says: row.says,
  bodyId: row.body_id,
  byOffice: row.by_office,
  publishedAt: row.published_at,
});
