import { basename } from 'node:path';
import { openTextTable, type RawRow, RowTooLong } from '#platform/tabular';
import { readRow } from '../domain/reading/read-row.ts';
import { type Tally, tally } from '../domain/reading/tally.ts';
import { type Reading, type Understanding, understand } from '../domain/reading/understand.ts';

/** What was found of one table: how its file is written, how its columns are read, and what its rows come to. */
export type TableCheck = Readonly<{
  file: string;
  sheet: string | undefined;
  encoding: string;
  understanding: Understanding;
  tally: Tally | undefined;
}>;

const rowsToUnderstandBy = 1000;

/** Checks a file of payments and keeps nothing of it: what it would come to if it were published. */
export async function checkFile(path: string): Promise<readonly TableCheck[]> {
  const file = basename(path);
  const table = await openTextTable(path);
  const named = { file, sheet: undefined, encoding: table.encoding };
  try {
    const beginning = await take(table.rows(), rowsToUnderstandBy);
    const understanding = understand(beginning);
    if (understanding.standing === 'refused') return [{ ...named, understanding, tally: undefined }];
    const counted = await count(table.rows(), understanding.reading);
    if (counted.rowsUnderstood > 0) return [{ ...named, understanding, tally: counted }];
    const says = 'No row has an amount that can be read, so this is no table of payments.';
    const { heading } = understanding.reading;
    return [{ ...named, understanding: { standing: 'refused', says, heading }, tally: counted }];
  } catch (error) {
    if (!(error instanceof RowTooLong)) throw error;
    const says = `The row on line ${error.line} does not end within a million characters, so this is no table of payments.`;
    return [{ ...named, understanding: { standing: 'refused', says, heading: undefined }, tally: undefined }];
  }
}

async function take(pieces: AsyncGenerator<readonly RawRow[]>, most: number): Promise<readonly RawRow[]> {
  const taken: RawRow[] = [];
  for await (const rows of pieces) {
    taken.push(...rows.slice(0, most - taken.length));
    if (taken.length >= most) break;
  }
  return taken;
}

async function count(pieces: AsyncGenerator<readonly RawRow[]>, reading: Reading): Promise<Tally> {
  const counted = tally();
  let place = 0;
  for await (const rows of pieces)
    for (const row of rows) {
      if (place >= reading.dataFrom) counted.add(row.line, readRow(row, reading));
      place += 1;
    }
  return counted.so();
}
