import type { Sql } from '#platform/db';
import type { DecidedReading } from '../domain/import/decided-reading.ts';
import type { OpenBooksTables } from './tables.ts';

/** What an officer said of tables with certain headings. */
export type Mapping = Readonly<{
  headings: string;
  number: number;
  reads: DecidedReading;
  decidedBy: string;
  decidedAt: Date;
}>;

/** What a body’s officers said last of each kind of table, by its headings. */
export async function listMappings(sql: Sql, bodyId: string): Promise<ReadonlyMap<string, Mapping>> {
  const rows = await sql
    .tables<OpenBooksTables>()
    .selectFrom('open_books.mapping')
    .selectAll()
    .distinctOn('headings')
    .where('body_id', '=', bodyId)
    .orderBy('headings')
    .orderBy('number', 'desc')
    .execute();
  return new Map(
    rows.map(({ headings, number, reads, decided_by, decided_at }) => [
      headings,
      { headings, number, reads, decidedBy: decided_by, decidedAt: decided_at },
    ]),
  );
}

/** Keeps what an officer says of tables with these headings; what was said before stays beside it. */
export async function insertMapping(sql: Sql, bodyId: string, mapping: Mapping): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.mapping')
    .values({
      body_id: bodyId,
      headings: mapping.headings,
      number: mapping.number,
      reads: JSON.stringify(mapping.reads),
      decided_by: mapping.decidedBy,
      decided_at: mapping.decidedAt,
    })
    .execute();
}
