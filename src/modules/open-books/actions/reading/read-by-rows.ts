import type { OpenedTable, RawRow } from '#platform/tabular';
import type { StagedPart } from '../../domain/import/report.ts';
import type { StagedPayee } from '../../domain/import/staged-payee.ts';
import { columnsOf, stagedRows } from '../../domain/import/staged-row.ts';
import { beginsAnother, readRow, type RowRead } from '../../domain/reading/read-row.ts';
import { type Tally, tally } from '../../domain/reading/tally.ts';
import type { Reading } from '../../domain/reading/understand.ts';
import type { Staging } from '../../store/staged/stage-rows.ts';
import type { HowFar } from './how-far.ts';

/** A table that is read: where to, and who is told. */
export type TableToRead = Readonly<{
  table: OpenedTable;
  reading: Reading;
  /** The first number that is free for its parts. */
  part: number;
  staging: Staging;
  payee: (supplier: string) => StagedPayee;
  howFar: HowFar;
  /** Whether it ends where other headings stand with rows below them. */
  mayEndAtHeadings: boolean;
}>;

/** What a table came to: its staged parts, and its rows counted as they were read. */
export type TableRead = Readonly<{
  way: 'by-columns' | 'by-rows';
  parts: readonly StagedPart[];
  tally: Tally;
  /** All its rows, and those of them that stand above the data, and that are blank below. */
  rowsRead: number;
  rowsAbove: number;
  rowsBlank: number;
  repairs: Readonly<Record<string, number>>;
  /** Other headings stand here, its first row being 0: it ends above them. */
  endsAt: number | undefined;
}>;

/** Reads a table row by row, whatever it is like. Throws `RowTooLong`, and leaves nothing then. */
export async function readByRows({
  table,
  reading,
  part,
  staging,
  payee,
  howFar,
  mayEndAtHeadings,
}: TableToRead): Promise<TableRead> {
  const staged = staging.begin(columnsOf(reading));
  const stagedRow = stagedRows(reading, payee);
  const counted = tally();
  const repairs: Record<string, number> = {};
  let [rowsRead, rowsBlank, bytes, taken, pence] = [0, 0, 0, 0, 0n];
  const take = (row: RawRow, read: RowRead): void => {
    counted.add(row.line, read);
    if (read.kind === 'blank') rowsBlank += 1;
    else if (read.kind === 'set-aside') staged.aside(row.line, read.reason, read.amount, row.raw);
    else {
      const { payment } = read;
      staged.payment(stagedRow(payment), row.raw);
      for (const repair of payment.repairs) repairs[repair] = (repairs[repair] ?? 0) + 1;
      taken += 1;
      pence += payment.amount;
    }
  };
  /** A row like other headings, kept until it shows whether anything stands below it. */
  let kept: Kept | undefined;
  let endsAt: number | undefined;
  for await (const rows of table.rows()) {
    for (const row of rows) {
      rowsRead += 1;
      bytes += row.raw.length + 1;
      if (rowsRead <= reading.dataFrom) continue;
      const read = readRow(row, reading);
      if (kept !== undefined && read.kind !== 'blank') {
        endsAt = kept.at;
        break;
      }
      if (mayEndAtHeadings && beginsAnother(read)) kept = { row, read, at: rowsRead - 1, rowsBlank };
      else take(row, read);
    }
    await howFar.moved({ bytes, rows: taken, pence });
    [bytes, taken, pence] = [0, 0, 0n];
    if (endsAt !== undefined) break;
  }
  if (kept !== undefined && endsAt === undefined) take(kept.row, kept.read);
  if (kept !== undefined && endsAt !== undefined) [rowsRead, rowsBlank] = [kept.at, kept.rowsBlank];
  const found = counted.so();
  if (found.rowsUnderstood > 0) staged.end(part);
  const parts =
    found.rowsUnderstood > 0
      ? [{ part, firstLine: null, rows: found.rowsUnderstood, rowsAside: found.rowsSetAside }]
      : [];
  const rowsAbove = Math.min(reading.dataFrom, rowsRead);
  return { way: 'by-rows', parts, tally: found, rowsRead, rowsAbove, rowsBlank, repairs, endsAt };
}

type Kept = Readonly<{ row: RawRow; read: RowRead; at: number; rowsBlank: number }>;
