import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { GovernanceTables } from './tables.ts';

/**
 * Lets the texts of exempt papers be found whose review date has come by this day. Called in acts that publish and when
 * the site starts: whether a paper may be read is a matter of the date alone, and only finding it by its words waits.
 */
export async function keepReleasedFound(sql: Sql, today: IsoDate): Promise<void> {
  await raw`
    UPDATE governance.found AS found
    SET text = concat_ws(E'\n', nullif(found.text, ''), CASE WHEN octet_length(content.text) <= 400000 THEN content.text ELSE left(content.text, 100000) END), visible_from = paper.review_on
    FROM governance.paper JOIN governance.paper_content AS content ON content.paper_id = paper.id
    WHERE paper.access = 'exempt' AND paper.published_at IS NOT NULL AND paper.review_on <= ${today}
      AND found.subject = '/papers/' || paper.id AND found.visible_from IS NULL`.execute(
    sql.tables<GovernanceTables>(),
  );
}
