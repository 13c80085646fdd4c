import type { Sql } from '#platform/db';
import type { Money } from '#platform/kernel';
import type { Outturn, OutturnDetail } from '../../domain/outturn/outturn.ts';
import type { OpenBooksTables } from '../tables.ts';

/** Revenue outturn as its reference file gives it. */
export type OutturnFile = Omit<Outturn, 'amount'> &
  Readonly<{
    figures: readonly Readonly<{ year: string; filer: string; line: string; amount: Money }>[];
    detail: readonly OutturnDetail[];
    detailSource: string;
    detailNote: string;
  }>;

/** Whether figures of revenue outturn are there. */
export async function hasOutturn(sql: Sql): Promise<boolean> {
  const row = await sql
    .tables<OpenBooksTables>()
    .selectFrom('open_books.outturn_source')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertOutturn(sql: Sql, file: OutturnFile): Promise<void> {
  const tables = sql.tables<OpenBooksTables>();
  await tables
    .insertInto('open_books.outturn_source')
    .values([
      { id: 'outturn', source: file.source, says: file.licence },
      { id: 'detail', source: file.detailSource, says: file.detailNote },
    ])
    .execute();
  await tables
    .insertInto('open_books.outturn_filer')
    .values(
      file.filers.map(({ code, name, bodyId }, place) => ({ code, place, name, body_id: bodyId ?? null })),
    )
    .execute();
  await tables
    .insertInto('open_books.outturn_line')
    .values(file.lines.map((line, place) => ({ ...line, place })))
    .execute();
  await tables
    .insertInto('open_books.outturn_change')
    .values(file.changes.map(({ lines, ...change }, place) => ({ ...change, place, line_ids: lines })))
    .execute();
  await tables
    .insertInto('open_books.outturn_figure')
    .values(
      file.figures.map(({ year, filer, line, amount }) => ({
        year,
        filer_code: filer,
        line_id: line,
        pence: amount,
      })),
    )
    .execute();
  await tables
    .insertInto('open_books.outturn_detail')
    .values(
      file.detail.map(({ filer, block, part, line, amount }, place) => ({
        place,
        filer_code: filer,
        block,
        part,
        line,
        pence: amount,
      })),
    )
    .execute();
}
