import type { Workshop } from '#platform/analytics';
import type { IsoDate } from '#platform/kernel';
import { cellsByName, tidyCells, type WordsFound, wordsType } from './columns-sql.ts';
import { cellsOf, cellsOfSample, type StagedText, type TextColumns } from './text-columns.ts';

/** Where the words of a column are while its file is read. */
const wordsOf = (column: string): string => `words_of_${column}`;

/** So many rows may have a word that a sample has not: each of these is read by itself, which takes as long as to keep many words. */
const mostUnseen = 0.01;
const mostWords = 1_000_000;

/** What a day means as it is written. */
export type DayMeant = Readonly<{
  written: string;
  paid: IsoDate | null;
  paidTo: IsoDate | null;
  repairs: string | null;
}>;

/**
 * Finds the words that the columns of a text have again and again, in a sample of it or in all: the columns of which a row need not keep
 * the word itself. How often a word of a sample stands in it once says how many more the text has. Days are always among them: where a
 * sample has not enough of them, all of the text is gone through. Columns of other words may be told to hold whole numbers.
 */
export async function findWords(
  workshop: Workshop,
  staged: StagedText,
  sample: TextColumns | undefined,
): Promise<WordsFound> {
  const from = sample === undefined ? cellsOf(staged.text) : cellsOfSample(sample);
  const columns = cellsByName(staged).flatMap(({ name }) => (name.endsWith('pence') ? [] : [name]));
  await workshop.run(
    `CREATE OR REPLACE TEMP TABLE sampled AS SELECT ${columns.join(', ')} FROM ${tidyCells(from, staged, staged.oddSpaces)}`,
  );
  const [known, numbers] = [new Set<string>(), new Set<string>()];
  for (const column of columns) {
    await keepWords(workshop, column, 'sampled');
    const [found] = await workshop.ask<Counted>(
      `SELECT count(*) AS words, count(*) FILTER (times = 1) AS once, coalesce(sum(times), 0)::BIGINT AS rows,
         coalesce(sum(times) FILTER (TRY_CAST(word AS BIGINT)::VARCHAR = word), 0)::BIGINT AS numbers FROM ${wordsOf(column)}`,
    );
    if (found === undefined) continue;
    const [words, once, rows] = [Number(found.words), Number(found.once), Number(found.rows)];
    const isEnough = sample === undefined ? words * 2 <= rows : once <= rows * mostUnseen;
    if (isEnough && words <= mostWords) known.add(column);
    else if (isOfDays(column)) {
      if (sample !== undefined)
        await keepWords(workshop, column, tidyCells(cellsOf(staged.text), staged, staged.oddSpaces));
      known.add(column);
    } else if (isOfNumbers(column, rows, Number(found.numbers), staged)) numbers.add(column);
  }
  await workshop.run('DROP TABLE sampled');
  return { of: known, numbers };
}

type Counted = Readonly<{ words: bigint; once: bigint; rows: bigint; numbers: bigint }>;

/**
 * Whether these rows hold whole numbers but for headings among them. Odd blanks around one have to be seen by whoever reads row by row,
 * and the name of a payee is kept as one.
 */
const isOfNumbers = (
  column: string,
  rows: number,
  numbers: number,
  { oddSpaces, text }: StagedText,
): boolean => numbers > 0 && rows - numbers <= text.linesAbove && column !== 'supplier' && !oddSpaces;

const isOfDays = (column: string): boolean => column === 'day' || column === 'invoice_day';

const keepWords = (workshop: Workshop, column: string, from: string): Promise<void> =>
  workshop.run(
    `CREATE OR REPLACE TEMP TABLE ${wordsOf(column)} AS
     SELECT ${column} AS word, count(*) AS times FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1`,
  );

export async function listWords(workshop: Workshop, column: string): Promise<readonly string[]> {
  const found = await workshop.ask<{ word: string }>(`SELECT word FROM ${wordsOf(column)} ORDER BY word`);
  return found.map(({ word }) => word);
}

/** Makes types of the words of columns, and forgets them; of words of days those that mean one, with what they mean in a table `day` or `invoice_day`. */
export async function makeTypes(
  workshop: Workshop,
  database: string,
  columns: ReadonlySet<string>,
  meant: Readonly<Record<string, readonly DayMeant[]>>,
): Promise<void> {
  for (const column of columns) {
    const days = meant[column];
    if (days !== undefined) {
      const rows = workshop.rows([
        { name: 'n', type: 'INTEGER' },
        { name: 'written', type: 'VARCHAR' },
        { name: 'paid', type: 'DATE' },
        { name: 'paid_to', type: 'DATE' },
        { name: 'repairs', type: 'VARCHAR' },
      ]);
      for (const [n, { written, paid, paidTo, repairs }] of days.entries())
        rows.add([n, written, paid, paidTo, repairs]);
      rows.end();
      await workshop.run(`CREATE OR REPLACE TEMP TABLE ${column} AS FROM ${rows.table}`);
      rows.remove();
    }
    // A type has one word at least, and no cell is this one: an empty cell is none.
    const words =
      days === undefined
        ? `SELECT word FROM ${wordsOf(column)} UNION SELECT ''`
        : `SELECT word FROM (SELECT n, written AS word FROM ${column} UNION ALL SELECT ${days.length}, '') ORDER BY n`;
    await workshop.run(`CREATE TYPE ${wordsType(database, column)} AS ENUM (${words})`);
    await workshop.run(`DROP TABLE ${wordsOf(column)}`);
  }
}
