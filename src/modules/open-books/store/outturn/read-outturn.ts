import type { Sql } from '#platform/db';
import { type Money, pence } from '#platform/kernel';
import type { Outturn, OutturnDetail, OutturnLine } from '../../domain/outturn/outturn.ts';
import type { OpenBooksTables } from '../tables.ts';

/** Every figure of revenue outturn that is held; undefined where none is. */
export async function readOutturn(sql: Sql): Promise<Outturn | undefined> {
  const tables = sql.tables<OpenBooksTables>();
  const [source, filers, lines, changes, figures] = await Promise.all([
    tables.selectFrom('open_books.outturn_source').selectAll().where('id', '=', 'outturn').executeTakeFirst(),
    tables.selectFrom('open_books.outturn_filer').selectAll().orderBy('place').execute(),
    tables.selectFrom('open_books.outturn_line').selectAll().orderBy('place').execute(),
    tables.selectFrom('open_books.outturn_change').selectAll().orderBy('year').orderBy('place').execute(),
    tables.selectFrom('open_books.outturn_figure').selectAll().orderBy('year').execute(),
  ]);
  if (source === undefined) return undefined;
  const amounts = new Map<string, Money>(
    figures.map((row) => [`${row.year} ${row.filer_code} ${row.line_id}`, pence(row.pence)]),
  );
  return {
    source: source.source,
    licence: source.says,
    filers: filers.map(({ code, name, body_id }) => ({ code, name, bodyId: body_id ?? undefined })),
    lines: lines.map(({ id, title, kind }) => ({ id, title, kind: kind as OutturnLine['kind'] })),
    changes: changes.map(({ year, line_ids, says, certainty }) => ({
      year,
      lines: line_ids,
      says,
      certainty,
    })),
    years: [...new Set(figures.map(({ year }) => year))],
    amount: (year, filer, line) => amounts.get(`${year} ${filer} ${line}`),
  };
}

/** The lines of one authority’s return of 2006-07, with their source and what it leaves open. */
export async function readOutturnDetail(
  sql: Sql,
  filer: string,
): Promise<Readonly<{ source: string; note: string; lines: readonly OutturnDetail[] }>> {
  const tables = sql.tables<OpenBooksTables>();
  const [source, rows] = await Promise.all([
    tables.selectFrom('open_books.outturn_source').selectAll().where('id', '=', 'detail').executeTakeFirst(),
    tables
      .selectFrom('open_books.outturn_detail')
      .selectAll()
      .where('filer_code', '=', filer)
      .orderBy('place')
      .execute(),
  ]);
  return {
    source: source?.source ?? '',
    note: source?.says ?? '',
    lines: rows.map(({ filer_code, block, part, line, pence: amount }) => ({
      filer: filer_code,
      block,
      part,
      line,
      amount: pence(amount),
    })),
  };
}
