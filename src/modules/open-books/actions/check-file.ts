import { basename } from 'node:path';
import { type OpenedTable, type RawRow, withTables } from '#platform/tabular';
import { beginsAnother, readRow, type RowRead } from '../domain/reading/read-row.ts';
import { type Tally, tally } from '../domain/reading/tally.ts';
import type { Reading, Understanding } from '../domain/reading/understand.ts';
import {
  noneReadable,
  notOpened,
  mostSections,
  refused,
  tableWithin,
  understandTable,
  unlessRowTooLong,
  withoutEmptySheets,
} from './reading/understand-table.ts';

/** What was found of one table: how its file is written, how its columns are read, and what its rows come to. */
export type TableCheck = Readonly<{
  file: string;
  sheet: string | undefined;
  encoding: string;
  /** Where it begins below other headings of the same sheet or text. */
  fromLine?: number | undefined;
  understanding: Understanding;
  tally: Tally | undefined;
}>;

/** Checks the tables of a file of payments and keeps nothing of them: what they would come to if they were published. */
export async function checkFile(path: string): Promise<readonly TableCheck[]> {
  const checked = await withTables(path, async (tables) => {
    const checks: TableCheck[] = [];
    for (const table of tables) checks.push(...(await checkTable(table)));
    return withoutEmptySheets(checks);
  });
  if (checked.ok) return checked.value;
  const understanding = refused(notOpened[checked.error]);
  return [{ file: basename(path), sheet: undefined, encoding: 'not known', understanding, tally: undefined }];
}

async function checkTable(table: OpenedTable): Promise<readonly TableCheck[]> {
  const checks: TableCheck[] = [];
  let from = 0;
  while (true) {
    const mayEnd = checks.length < mostSections - 1;
    const { endsAt, ...check } = await checkSection(tableWithin(table, from), mayEnd);
    checks.push({ ...check, fromLine: from === 0 ? undefined : check.fromLine });
    if (endsAt === undefined) return checks;
    from += endsAt;
  }
}

async function checkSection(
  table: OpenedTable,
  mayEnd: boolean,
): Promise<TableCheck & Readonly<{ endsAt?: number | undefined }>> {
  const { understanding, first } = await understandTable(table);
  const named = {
    file: table.file,
    sheet: table.sheet,
    encoding: table.written,
    fromLine: first[0]?.line,
  };
  if (understanding.standing === 'refused') return { ...named, understanding, tally: undefined };
  const counted = await unlessRowTooLong(() => count(table.rows(), understanding.reading, mayEnd));
  if ('standing' in counted) return { ...named, understanding: counted, tally: undefined };
  const found = { ...named, tally: counted.tally, endsAt: counted.endsAt };
  if (counted.tally.rowsUnderstood > 0 || understanding.standing === 'in-doubt')
    return { ...found, understanding };
  return { ...found, understanding: refused(noneReadable, understanding.reading.heading) };
}

type Counted = Readonly<{ tally: Tally; endsAt: number | undefined }>;

async function count(
  pieces: AsyncIterable<readonly RawRow[]>,
  reading: Reading,
  mayEnd: boolean,
): Promise<Counted> {
  const counted = tally();
  let place = -1;
  let kept: Readonly<{ at: number; line: number; read: RowRead }> | undefined;
  for await (const rows of pieces)
    for (const row of rows) {
      place += 1;
      if (place < reading.dataFrom) continue;
      const read = readRow(row, reading);
      if (kept !== undefined && read.kind !== 'blank') return { tally: counted.so(), endsAt: kept.at };
      if (mayEnd && beginsAnother(read)) kept = { at: place, line: row.line, read };
      else counted.add(row.line, read);
    }
  if (kept !== undefined) counted.add(kept.line, kept.read);
  return { tally: counted.so(), endsAt: undefined };
}
