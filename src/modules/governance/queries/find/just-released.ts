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
  const { rows } = await raw<{ subject: string }>`
    SELECT found.subject
    FROM governance.paper
    JOIN governance.found ON found.subject = '/papers/' || paper.id AND found.visible_from IS NULL
    JOIN governance.paper_content AS content ON content.paper_id = paper.id
    WHERE paper.access = 'exempt' AND paper.published_at IS NOT NULL
      AND paper.review_on <= ${on} AND paper.review_on >= ${addDays(on, -lookedBackDays)}
      AND to_tsvector('english', left(content.text, 100000)) @@ ${query}`.execute(
    sql.tables<GovernanceTables>(),
  );
  return rows.map(({ subject }) => subject);
}
