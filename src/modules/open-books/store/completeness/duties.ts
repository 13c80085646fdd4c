import type { Sql } from '#platform/db';
import type { Duty } from '../../domain/completeness/completeness.ts';
import type { Dataset } from '../../domain/release/release.ts';
import type { OpenBooksTables } from '../tables.ts';

/** What councils must publish, in the order of the Code. */
export async function listDuties(sql: Sql): Promise<readonly Duty[]> {
  const rows = await sql
    .tables<OpenBooksTables>()
    .selectFrom('open_books.publication_duty')
    .selectAll()
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    every: row.every === 'year' ? 'year' : 'quarter',
    monthsAfter: row.months_after,
    from: row.duty_from,
    dataset: (row.dataset ?? undefined) as Dataset | undefined,
    source: row.source,
    certainty: row.certainty,
  }));
}

export async function insertDuties(sql: Sql, duties: readonly Duty[]): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.publication_duty')
    .values(
      duties.map((duty, place) => ({
        id: duty.id,
        place,
        title: duty.title,
        every: duty.every,
        months_after: duty.monthsAfter,
        duty_from: duty.from,
        dataset: duty.dataset ?? null,
        source: duty.source,
        certainty: duty.certainty,
      })),
    )
    .execute();
}
