import { type OpenedTable, type OpenRefusal, type RawRow, RowTooLong, type Unread } from '#platform/tabular';
import type { HeadingRow } from '../../domain/reading/find-heading.ts';
import { type DaysContext, type DaysTold, decideDayOrder, isOpen } from '../../domain/reading/day-order.ts';
import { cellAt } from '../../domain/reading/table.ts';
import {
  dayOrderIn,
  isEmptyTable,
  type Reading,
  type Understanding,
  understand,
} from '../../domain/reading/understand.ts';

const rowsToUnderstandBy = 1000;

/** How a table is to be read, judged by its first rows, which are given too. */
export async function understandTable(
  table: OpenedTable,
  context: DaysContext = { filename: table.file },
): Promise<Readonly<{ understanding: Understanding; first: readonly RawRow[] }>> {
  if (table.unread !== undefined) return { understanding: refused(unread[table.unread]), first: [] };
  const first = await unlessRowTooLong(() => take(table.rows(), rowsToUnderstandBy));
  if ('standing' in first) return { understanding: first, first: [] };
  const understood = understand(first);
  if (understood.standing === 'refused') return { understanding: understood, first };
  const understanding = await unlessRowTooLong(async (): Promise<Understanding> => {
    const days = await daysOf(understood.reading, first, table, context);
    if (days === undefined) return understood;
    return { ...understood, reading: { ...understood.reading, dayOrder: days.order, days } };
  });
  return { understanding, first };
}

/**
 * In which order the days are written; undefined where that makes no difference. Where the first rows leave it open, the first row
 * that tells it is sought, and where none does, it is decided by what else is known.
 */
async function daysOf(
  reading: Reading,
  first: readonly RawRow[],
  table: OpenedTable,
  context: DaysContext,
): Promise<DaysTold | undefined> {
  const told = dayOrderIn(reading, first.slice(reading.dataFrom));
  if (told === undefined) return undefined;
  if (told !== 'open') return { order: told, by: 'cells', example: null };
  const from = first[reading.dataFrom]?.line ?? 1;
  const open = new Set<string>();
  for await (const rows of table.rows()) {
    const data = rows.filter(({ line }) => line >= from);
    const order = dayOrderIn(reading, data);
    if (order === 'day-first' || order === 'month-first') return { order, by: 'cells', example: null };
    if (open.size < openRemembered)
      for (const row of data) {
        const cell = cellAt(row, reading.at.date);
        if (isOpen(cell)) open.add(cell);
      }
  }
  const [example = null] = open;
  return { ...decideDayOrder([...open], context), example };
}

/** A year has 144 such days; with times of the day there may be more. */
const openRemembered = 2000;

/** So many tables are told apart below one another in one sheet or text; from there on, other headings are set aside alone. */
export const mostSections = 20;

/** The rows of a table from one on, and up to another, as where other headings stand between: a table of its own. */
export function tableWithin(table: OpenedTable, from: number, to = Infinity): OpenedTable {
  if (from === 0 && to === Infinity) return table;
  return {
    ...table,
    async *rows() {
      let at = 0;
      for await (const some of table.rows()) {
        const within = some.slice(Math.max(0, from - at), Math.max(0, to - at));
        if (within.length > 0) yield within;
        at += some.length;
        if (at >= to) return;
      }
    },
  };
}

async function take(pieces: AsyncIterable<readonly RawRow[]>, most: number): Promise<readonly RawRow[]> {
  const taken: RawRow[] = [];
  for await (const rows of pieces) {
    taken.push(...rows.slice(0, most - taken.length));
    if (taken.length >= most) break;
  }
  return taken;
}

export const refused = (says: string, heading?: HeadingRow): Understanding => ({
  standing: 'refused',
  says,
  heading,
});

/** What works through the rows of a table, or the refusal of one whose row does not end. */
export async function unlessRowTooLong<Value extends object>(
  work: () => Promise<Value>,
): Promise<Value | Understanding> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RowTooLong)) throw error;
    return refused(
      `The row on line ${error.line} does not end within a million characters, so this is no table of payments.`,
    );
  }
}

/** Why a file could not be opened at all, and what helps. */
export const notOpened: Readonly<Record<OpenRefusal, string>> = {
  damaged: 'The file is damaged, or takes too much time or memory to open. Save it anew and try again.',
  'too-large': 'The file unpacks to more than any file of payments holds. Send its tables one by one.',
  'not-a-table': 'The file is no table: neither text nor a workbook.',
  encrypted: 'The file needs a password. Save it without one.',
  'nothing-inside': 'The archive is empty. Put the files of payments in it, or bring them by themselves.',
};

/** Why one file of an archive was not read with the others, and what helps. */
const unread: Readonly<Record<Unread, string>> = {
  'leaves-folder':
    'Its name leads out of the folder of the archive, as no honest name does. Bring the file by itself if it is yours.',
  'archive-in-archive': 'It is an archive in an archive, which is not unpacked. Bring it by itself.',
  damaged: 'It is damaged in the archive, or takes too much to open. Save it anew and bring it by itself.',
  encrypted: 'It needs a password. Save it without one.',
  'not-a-table': 'It is no table: neither text nor a workbook.',
  'too-large': 'It unpacks to more than any file of payments holds. Bring its tables one by one.',
};

/** Of a table whose columns are understood and no row of which is a payment. */
export const noneReadable = 'No row has an amount that can be read, so this is no table of payments.';

/** A new workbook has empty sheets beside the one that is used: they are nothing to tell of. */
export function withoutEmptySheets<
  Table extends Readonly<{ sheet: string | undefined; understanding: Understanding }>,
>(tables: readonly Table[]): readonly Table[] {
  const used = tables.filter(
    ({ sheet, understanding }) => sheet === undefined || !isEmptyTable(understanding),
  );
  return used.length === 0 ? tables.slice(0, 1) : used;
}
