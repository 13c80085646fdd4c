import type { Sql } from '#platform/db';
import type { GovernanceTables } from './tables.ts';

export type NumberedKind = 'notice' | 'decision' | 'meeting' | 'recommendation';

/**
 * The next number a body gives to a thing of its kind in a year: `2026-014`. Two who ask at once get two numbers, and one
 * that is given and not used, because its act was refused, is given again.
 */
export async function nextReference(
  sql: Sql,
  bodyId: string,
  kind: NumberedKind,
  year: number,
): Promise<string> {
  const { last } = await sql
    .tables<GovernanceTables>()
    .insertInto('governance.numbering')
    .values({ body_id: bodyId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['body_id', 'kind', 'year'])
        .doUpdateSet((eb) => ({ last: eb('governance.numbering.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${year}-${String(last).padStart(3, '0')}`;
}
