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
  return writeNumber(year, last);
}

/** So many numbers at once, in their order, for an import. */
export async function nextNumbers(
  sql: Sql,
  { bodyId, kind, year }: Readonly<{ bodyId: string; kind: NumberedKind; year: number }>,
  count: number,
): Promise<readonly string[]> {
  const { last } = await sql
    .tables<GovernanceTables>()
    .insertInto('governance.numbering')
    .values({ body_id: bodyId, kind, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['body_id', 'kind', 'year'])
        .doUpdateSet((eb) => ({ last: eb('governance.numbering.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, index) => writeNumber(year, last - count + index + 1));
}

const writeNumber = (year: number, number: number): string => `${year}-${String(number).padStart(3, '0')}`;
