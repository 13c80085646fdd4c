import { basename } from 'node:path';
import { type OpenedTable, type OpenRefusal, type RawRow, RowTooLong, withTables } from '#platform/tabular';
import { readRow } from '../domain/reading/read-row.ts';
import { type Tally, tally } from '../domain/reading/tally.ts';
import type { HeadingRow } from '../domain/reading/find-heading.ts';
import { isEmptyTable, type Reading, type Understanding, understand } from '../domain/reading/understand.ts';

/** What was found of one table: how its file is written, how its columns are read, and what its rows come to. */
export type TableCheck = Readonly<{
  file: string;
  sheet: string | undefined;
  encoding: string;
  understanding: Understanding;
  tally: Tally | undefined;
}>;

const rowsToUnderstandBy = 1000;

/** Checks the tables of a file of payments and keeps nothing of them: what they would come to if they were published. */
export async function checkFile(path: string): Promise<readonly TableCheck[]> {
  const checked = await withTables(path, async (tables) => {
    const checks: TableCheck[] = [];
    for (const table of tables) checks.push(await checkTable(table));
    return withoutEmptySheets(checks);
  });
  if (checked.ok) return checked.value;
  const understanding = refused(sentences[checked.error]);
  return [{ file: basename(path), sheet: undefined, encoding: 'not known', understanding, tally: undefined }];
}

const sentences: Readonly<Record<OpenRefusal, string>> = {
  damaged: 'The file is damaged, or takes too much time or memory to open. Save it anew and try again.',
  'too-large': 'The file unpacks to more than any file of payments holds. Send its tables one by one.',
  'not-a-table': 'The file is no table: neither text nor a workbook.',
  encrypted: 'The file needs a password. Save it without one.',
};

async function checkTable(table: OpenedTable): Promise<TableCheck> {
  const named = { file: table.file, sheet: table.sheet, encoding: table.written };
  try {
    const understanding = understand(await take(table.rows(), rowsToUnderstandBy));
    if (understanding.standing === 'refused') return { ...named, understanding, tally: undefined };
    const counted = await count(table.rows(), understanding.reading);
    if (counted.rowsUnderstood > 0) return { ...named, understanding, tally: counted };
    const says = 'No row has an amount that can be read, so this is no table of payments.';
    return { ...named, understanding: refused(says, understanding.reading.heading), tally: counted };
  } catch (error) {
    if (!(error instanceof RowTooLong)) throw error;
    const says = `The row on line ${error.line} does not end within a million characters, so this is no table of payments.`;
    return { ...named, understanding: refused(says), tally: undefined };
  }
}

const refused = (says: string, heading?: HeadingRow): Understanding => ({
  standing: 'refused',
  says,
  heading,
});

/** A new workbook has empty sheets beside the one that is used: they are nothing to tell of. */
function withoutEmptySheets(checks: readonly TableCheck[]): readonly TableCheck[] {
  const used = checks.filter(
    ({ sheet, understanding }) => sheet === undefined || !isEmptyTable(understanding),
  );
  return used.length === 0 ? checks.slice(0, 1) : used;
}

async function take(pieces: AsyncIterable<readonly RawRow[]>, most: number): Promise<readonly RawRow[]> {
  const taken: RawRow[] = [];
  for await (const rows of pieces) {
    taken.push(...rows.slice(0, most - taken.length));
    if (taken.length >= most) break;
  }
  return taken;
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
