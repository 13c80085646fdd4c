import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { GovernanceTables } from './tables.ts';

/**
 * Lets the texts of exempt papers be found whose review date has come. Called with every publication: whether a paper may
 * be read is a matter of the date alone, and only finding it by its words waits for the next thing anybody publishes.
 */
export async function keepReleasedFound(sql: Sql): Promise<void> {
  await raw`
    UPDATE governance.found AS found
    SET visible_from = paper.review_on, text = concat_ws(E'\n', nullif(found.text, ''),
      CASE WHEN octet_length(content.text) <= 400000 THEN content.text ELSE left(content.text, 100000) END)
    FROM governance.paper JOIN governance.paper_content AS content ON content.paper_id = paper.id
    WHERE paper.access = 'exempt' AND paper.published_at IS NOT NULL
      AND paper.review_on <= (now() AT TIME ZONE 'Europe/London')::date
      AND found.subject = '/papers/' || paper.id AND found.visible_from IS NULL`.execute(
    sql.tables<GovernanceTables>(),
  );
}
