import type { Sql } from '#platform/db';
import type { Published } from './published.ts';
import type { AgreementsTables } from './tables.ts';

/** An area outside the register, whose figures are kept to compare with. */
export type ComparisonArea = Readonly<{ id: string; name: string }>;

/** All of them, by name. */
export async function listComparisonAreas(sql: Sql): Promise<readonly ComparisonArea[]> {
  return sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.comparison_area')
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
}

/** Names those that have no name yet: a name once given stays. */
export async function nameComparisonAreas(
  sql: Sql,
  areas: readonly ComparisonArea[],
  { bodyId, ...published }: Published & Readonly<{ bodyId: string }>,
): Promise<void> {
  if (areas.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.comparison_area')
    .values(
      areas.map(({ id, name }) => ({
        id,
        name,
        body_id: bodyId,
        published_by: published.by,
        published_at: published.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
