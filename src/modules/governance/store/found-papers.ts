import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { GovernanceTables } from './tables.ts';

/**
 * Takes the texts of exempt papers whose review date has come in among what is found. Called with every publication; until
 * the next one, who searches looks through those texts themselves.
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
