import { basename } from 'node:path';
import { type OpenedTable, type RawRow, withTables } from '#platform/tabular';
import { readRow } from '../domain/reading/read-row.ts';
import { type Tally, tally } from '../domain/reading/tally.ts';
import type { Reading, Understanding } from '../domain/reading/understand.ts';
import {
  noneReadable,
  notOpened,
  refused,
  understandTable,
  unlessRowTooLong,
  withoutEmptySheets,
} from './reading/understand-table.ts';

/** What was found of one table: how its file is written, how its columns are read, and what its rows come to. */
export type TableCheck = Readonly<{
  file: string;
  sheet: string | undefined;
  encoding: string;
  understanding: Understanding;
  tally: Tally | undefined;
}>;

/** Checks the tables of a file of payments and keeps nothing of them: what they would come to if they were published. */
export async function checkFile(path: string): Promise<readonly TableCheck[]> {
  const checked = await withTables(path, async (tables) => {
    const checks: TableCheck[] = [];
    for (const table of tables) checks.push(await checkTable(table));
    return withoutEmptySheets(checks);
  });
  if (checked.ok) return checked.value;
  const understanding = refused(notOpened[checked.error]);
  return [{ file: basename(path), sheet: undefined, encoding: 'not known', understanding, tally: undefined }];
}

async function checkTable(table: OpenedTable): Promise<TableCheck> {
  const named = { file: table.file, sheet: table.sheet, encoding: table.written };
  const { understanding } = await understandTable(table);
  if (understanding.standing === 'refused') return { ...named, understanding, tally: undefined };
  const counted = await unlessRowTooLong(() => count(table.rows(), understanding.reading));
  if ('standing' in counted) return { ...named, understanding: counted, tally: undefined };
  if (counted.rowsUnderstood > 0 || understanding.standing === 'in-doubt') return { ...named, understanding, tally: counted };
  return { ...named, understanding: refused(noneReadable, understanding.reading.heading), tally: counted };
}

async function count(pieces: AsyncIterable<readonly RawRow[]>, reading: Reading): Promise<Tally> {
  const counted = tally();
  let place = 0;
  for await (const rows of pieces)
    for (const row of rows) {
      if (place >= reading.dataFrom) counted.add(row.line, readRow(row, reading));
      place += 1;
    }
  return counted.so();
}
