import type { Sql } from '#platform/db';
import { addDays, type IsoDate } from '#platform/kernel';
import { type RawBuilder, sql as raw } from 'kysely';
import type { GovernanceTables } from '../../store/tables.ts';

/** Released longer ago than this, a paper’s words stand among all others since the publications that came after. */
const lookedBackDays = 92;

/**
 * The pages of exempt papers that were released lately, whose text has these words, and which the next publication takes
 * in among what is found: until then they are looked through here, so that they are found on their day.
 */
export async function justReleased(
  sql: Sql,
  query: RawBuilder<unknown>,
  on: IsoDate,
): Promise<readonly string[]> {
  // First which papers: there are seldom any, and only their texts are worth looking through.
  const lately = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper')
    .select('id')
    .where('access', '=', 'exempt')
    .where('published_at', 'is not', null)
    .where('review_on', '<=', on)
    .where('review_on', '>=', addDays(on, -lookedBackDays))
    .execute();
  if (lately.length === 0) return [];
  const { rows } = await raw<{ subject: string }>`
    SELECT found.subject
    FROM governance.found
    JOIN governance.paper_content AS content ON found.subject = '/papers/' || content.paper_id
    WHERE content.paper_id = ANY(${lately.map(({ id }) => id)}::text[]) AND found.visible_from IS NULL
      AND to_tsvector('english', left(content.text, 100000)) @@ ${query}`.execute(
    sql.tables<GovernanceTables>(),
  );
  return rows.map(({ subject }) => subject);
}
