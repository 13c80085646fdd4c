import type { Sql } from '#platform/db';
import type { GovernanceTables } from '../../store/tables.ts';

/** Every body with a decision. Found by stepping from body to body along the index, not by reading every decision. */
export async function bodiesThatDecided(sql: Sql): Promise<readonly string[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .withRecursive('body', (db) =>
      db
        .selectFrom('governance.decision')
        .select(({ fn }) => fn.min('body_id').as('id'))
        .unionAll(
          db
            .selectFrom('body')
            .select((eb) =>
              eb
                .selectFrom('governance.decision')
                .select(({ fn }) => fn.min('body_id').as('id'))
                .whereRef('governance.decision.body_id', '>', 'body.id')
                .as('id'),
            )
            .where('body.id', 'is not', null),
        ),
    )
    .selectFrom('body')
    .select('id')
    .where('id', 'is not', null)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}
