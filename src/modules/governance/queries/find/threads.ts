import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { GovernanceTables } from '../../store/tables.ts';

/** The thread of each of these pages that was on an agenda as part of a longer story: `/meetings/issues/…` tells it. */
export async function threadsOf(sql: Sql, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map();
  // Two ways to an item, joined apart: as one condition with OR neither index would be used. Nor would the index of meetings be
  // if the join itself took the address apart: row-level security lets nothing but plain comparisons go before it.
  const { rows } = await raw<{ subject: string; thread: string }>`
    WITH asked AS MATERIALIZED (
      SELECT subject, substring(subject FROM '^/meetings/([^#]+)#') AS meeting_id,
        substring(subject FROM '#item-(.+)$') AS number
      FROM unnest(${subjects}::text[]) AS each (subject)
    ),
    item AS (
      SELECT asked.subject, item.thread, item.meeting_id, item.recorded_at
      FROM asked JOIN governance.agenda_item AS item ON item.subject = asked.subject
      WHERE item.thread IS NOT NULL AND item.public_at IS NOT NULL
      UNION ALL
      SELECT asked.subject, item.thread, item.meeting_id, item.recorded_at
      FROM asked JOIN governance.agenda_item AS item
        ON item.meeting_id = asked.meeting_id AND lower(item.number) = asked.number
      WHERE item.thread IS NOT NULL AND item.public_at IS NOT NULL
    )
    SELECT DISTINCT ON (item.subject) item.subject, item.thread
    FROM item
    WHERE EXISTS (SELECT FROM governance.agenda_item AS other
      WHERE other.thread = item.thread AND other.meeting_id <> item.meeting_id AND other.public_at IS NOT NULL)
    ORDER BY item.subject, item.recorded_at DESC`.execute(sql.tables<GovernanceTables>());
  return new Map(rows.map(({ subject, thread }) => [subject, thread]));
}
