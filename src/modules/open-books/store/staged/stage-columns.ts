import { rename } from 'node:fs/promises';
import { quoted, type Workshop } from '#platform/analytics';
import { type IsoDate, noMoney, pence } from '#platform/kernel';
import type { Role } from '../../domain/reading/roles.ts';
import type { Stretch } from '../../domain/reading/tally.ts';
import { isOdd, plainPence, stagedFrom } from './columns-sql.ts';
import { partFile, writeParquet } from './part-files.ts';
import { cellsOf, linesOf, type TextColumns } from './text-columns.ts';

/** A text file that is staged by columns: where its roles are, whether it has other blanks than the plain space, and lines that end open. */
export type StagedText = Readonly<{
  text: TextColumns;
  at: Readonly<Partial<Record<Role, number>>>;
  oddSpaces: boolean;
  openEnds: boolean;
  /** Whether it is the brought file itself, or that file written anew in another encoding. */
  isBrought: boolean;
  part: number;
}>;

/** Writes the lines as they stand; gives how many there are and how many of them are blank. */
export async function stageLines(
  workshop: Workshop,
  { text, part }: StagedText,
): Promise<Readonly<{ lines: number; blank: number; firstBlank: number | undefined }>> {
  const file = partFile(workshop.folder, 'raw', part);
  // Hardly two lines are alike: to look whether they are is lost time.
  await workshop.run(
    `COPY (SELECT raw FROM ${linesOf(text)}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1)`,
  );
  const [found] = await workshop.ask<{ lines: bigint; filled: bigint }>(
    `SELECT count(*) AS lines, count(raw) AS filled FROM read_parquet(${quoted(file)})`,
  );
  const [lines, filled] = [Number(found?.lines ?? 0n), Number(found?.filled ?? 0n)];
  if (lines === filled) return { lines, blank: 0, firstBlank: undefined };
  const [first] = await workshop.ask<{ place: bigint }>(
    `SELECT min(file_row_number) AS place FROM read_parquet(${quoted(file)}, file_row_number = true) WHERE raw IS NULL`,
  );
  return { lines, blank: lines - filled, firstBlank: Number(first?.place ?? 0n) };
}

/** A text that stands in a column, with the rows that have it and what their plain amounts come to. */
export type DistinctText = Readonly<{ written: string; rows: number }>;
export type Distinct = Readonly<{
  rows: number;
  /** What all plain amounts come to, wherever their rows go. */
  plainPence: bigint;
  /** Rows whose amount is not plain, and those that are odd otherwise. */
  withoutAmount: number;
  odd: number;
  days: readonly DistinctText[];
  suppliers: readonly string[];
  invoiceDays: readonly string[];
}>;

/** Goes through the text once for what its rows have in common: the days and names on them, few on many rows. */
export async function findDistinct(
  workshop: Workshop,
  { text, at, oddSpaces }: StagedText,
): Promise<Distinct> {
  const [day, supplier, invoiced] = [`c${at.date}`, `c${at.supplier}`, `c${at['invoice-date']}`];
  const groups = [day, supplier, ...(at['invoice-date'] === undefined ? [] : [invoiced])];
  await workshop.run(
    `CREATE TABLE distinct_texts AS SELECT ${groups.map((cell, n) => `${cell} AS g${n}, grouping(${cell}) AS not_by_g${n}`).join(', ')},
       count(*) AS rows, sum(plain)::HUGEINT AS pence, count(*) FILTER (plain IS NULL) AS without_amount, count(*) FILTER (odd) AS odd
     FROM (SELECT ${groups.join(', ')}, ${plainPence(`c${at.amount}`, oddSpaces)} AS plain, (${isOdd({ at }, oddSpaces)}) AS odd FROM ${cellsOf(text)})
     GROUP BY GROUPING SETS (${groups.map((cell) => `(${cell})`).join(', ')})`,
  );
  try {
    const [sums] = await workshop.ask<{ rows: bigint; pence: bigint; without: bigint; odd: bigint }>(
      `SELECT coalesce(sum(rows), 0)::BIGINT AS rows, coalesce(sum(pence), 0)::BIGINT AS pence,
         coalesce(sum(without_amount), 0)::BIGINT AS without, coalesce(sum(odd), 0)::BIGINT AS odd
       FROM distinct_texts WHERE not_by_g0 = 0`,
    );
    const texts = (n: number) =>
      workshop.ask<{ written: string; rows: bigint }>(
        `SELECT g${n} AS written, rows FROM distinct_texts WHERE not_by_g${n} = 0 AND g${n} IS NOT NULL`,
      );
    return {
      rows: Number(sums?.rows ?? 0n),
      plainPence: sums?.pence ?? 0n,
      withoutAmount: Number(sums?.without ?? 0n),
      odd: Number(sums?.odd ?? 0n),
      days: (await texts(0)).map(({ written, rows }) => ({ written, rows: Number(rows) })),
      suppliers: (await texts(1)).map(({ written }) => written),
      invoiceDays: groups.length < 3 ? [] : (await texts(2)).map(({ written }) => written),
    };
  } finally {
    await workshop.run('DROP TABLE distinct_texts');
  }
}

/** What the distinct texts of a file mean, each as it is written: a day that is not here makes its rows holes. */
export type Meanings = Readonly<{
  days: readonly Readonly<{
    written: string;
    paid: IsoDate;
    paidTo: IsoDate | null;
    repairs: string | null;
  }>[];
  payees: readonly Readonly<{ written: string; payee: string | null; redaction: string | null }>[];
  invoiceDays: readonly Readonly<{ written: string; on: IsoDate }>[];
}>;

/** Writes the rows, as many as there are lines, with holes where the meanings or a plain amount are lacking. */
export async function stageColumns(
  workshop: Workshop,
  { text, at, oddSpaces, part }: StagedText,
  { days, payees, invoiceDays }: Meanings,
  hasHoles: boolean,
): Promise<void> {
  await workshop.run('CREATE TABLE meanings AS SELECT 1 AS one');
  const known = [
    await define(workshop, 'days', days, {
      paid: { type: 'DATE', of: ({ paid }) => paid },
      paid_to: { type: 'DATE', of: ({ paidTo }) => paidTo },
      repairs: { type: 'VARCHAR', of: ({ repairs }) => repairs },
    }),
    await define(workshop, 'payees', payees, {
      ...(payees.length > fewNames ? {} : { supplier: { type: 'names', of: nameOf } as const }),
      payee: { type: payees.length > fewNames ? 'VARCHAR' : 'names', of: ({ payee }) => payee },
      redaction: { type: 'VARCHAR', of: ({ redaction }) => redaction },
    }),
    await define(workshop, 'invoiced', invoiceDays, { invoice_date: { type: 'DATE', of: ({ on }) => on } }),
  ];
  const meant = new Set(known.flatMap(({ columns }) => columns));
  try {
    const rows = stagedFrom(cellsOf(text), { at }, { oddSpaces, hasHoles, meant });
    await writeParquet(workshop, rows, partFile(workshop.folder, 'rows', part));
  } finally {
    await workshop.run('DROP TABLE meanings');
    for (const type of known.flatMap(({ types }) => types)) await workshop.run(`DROP TYPE ${type}`);
  }
}

const nameOf = ({ written }: Meanings['payees'][number]): string | null => written.trim() || null;

/**
 * Names as a type of their own are written much quicker than as texts, but all of them with every hundred thousand rows or so: more
 * would make the file larger.
 */
const fewNames = 50_000;

type Meaning<Row> = Readonly<{ type: 'VARCHAR' | 'DATE' | 'names'; of: (row: Row) => string | null }>;
/** The types that were made, and the columns for which any text means something. */
type Defined = Readonly<{ types: readonly string[]; columns: readonly string[] }>;

/**
 * Makes known what texts mean: the texts as a type of their own, and each meaning as a list in the order of that type, in the one
 * row of the table `meanings`. A join would be the usual way, but it puts rows that find nothing after others, and rows must stay
 * in their order. What no text means has no list.
 */
async function define<Row extends Readonly<{ written: string }>>(
  workshop: Workshop,
  name: string,
  known: readonly Row[],
  meanings: Readonly<Record<string, Meaning<Row>>>,
): Promise<Defined> {
  const kept = Object.entries(meanings).filter(([, { of }]) => known.some((row) => of(row) !== null));
  const rows = workshop.rows([
    { name: 'n', type: 'INTEGER' },
    { name: 'written', type: 'VARCHAR' },
    ...kept.map(
      ([column, { type }]) => ({ name: column, type: type === 'names' ? 'VARCHAR' : type }) as const,
    ),
  ]);
  for (const [n, row] of known.entries()) rows.add([n, row.written, ...kept.map(([, { of }]) => of(row))]);
  // A type has one text at least, and no cell is this one: an empty cell is none.
  rows.add([known.length, '', ...kept.map(() => null)]);
  rows.end();
  await workshop.run(`CREATE TABLE texts AS FROM ${rows.table}`);
  await workshop.run(`CREATE TYPE ${name} AS ENUM (SELECT written FROM texts ORDER BY n)`);
  const types = [name];
  for (const [column, { type }] of kept) {
    if (type !== 'names') continue;
    await workshop.run(
      `CREATE TYPE ${column}_names AS ENUM (SELECT DISTINCT ${column} FROM texts WHERE ${column} IS NOT NULL ORDER BY 1)`,
    );
    types.push(`${column}_names`);
  }
  const lists = kept.map(([column, { type }]) => {
    const meaning = type === 'names' ? `${column}::${column}_names` : column;
    return `list(${meaning} ORDER BY n) AS ${column}_list`;
  });
  if (lists.length > 0)
    await workshop.run(
      `CREATE OR REPLACE TABLE meanings AS SELECT * FROM meanings, (SELECT ${lists.join(', ')} FROM texts)`,
    );
  await workshop.run('DROP TABLE texts');
  rows.remove();
  return { types, columns: kept.map(([column]) => column) };
}

/** The rows that are holes, in their order, with their text. */
export function holesOf(
  workshop: Workshop,
  part: number,
): Promise<readonly Readonly<{ place: bigint; raw: string | null }>[]> {
  const [rows, raw] = (['rows', 'raw'] as const).map((kind) => quoted(partFile(workshop.folder, kind, part)));
  return workshop.ask(
    `SELECT file_row_number AS place, raw FROM read_parquet(${raw}, file_row_number = true)
     WHERE file_row_number IN (
       SELECT file_row_number FROM read_parquet(${rows}, file_row_number = true) WHERE pence IS NULL)
     ORDER BY place`,
  );
}

/** Takes the text of holes out of the lines of a part: it stands with the rows that were read by themselves. */
export async function takeOutHoles(workshop: Workshop, part: number): Promise<void> {
  const file = partFile(workshop.folder, 'raw', part);
  const [rows, raw] = [quoted(partFile(workshop.folder, 'rows', part)), quoted(file)];
  await workshop.run(
    `COPY (
       SELECT CASE WHEN file_row_number IN (
         SELECT file_row_number FROM read_parquet(${rows}, file_row_number = true) WHERE pence IS NULL
       ) THEN NULL ELSE raw END AS raw
       FROM read_parquet(${raw}, file_row_number = true)
     ) TO ${quoted(`${file}.new`)} (FORMAT parquet, COMPRESSION snappy)`,
  );
  await rename(`${file}.new`, file);
}

/** The lines of a part from one place up to another, as they stand; null where one is blank. */
export async function linesAt(
  workshop: Workshop,
  part: number,
  from: number,
  to: number,
): Promise<readonly (string | null)[]> {
  const found = await workshop.ask<{ raw: string | null }>(
    `SELECT raw FROM read_parquet(${quoted(partFile(workshop.folder, 'raw', part))}, file_row_number = true)
     WHERE file_row_number >= ${from} AND file_row_number < ${to} ORDER BY file_row_number`,
  );
  return found.map(({ raw }) => raw);
}

/** Lines that end with the sign between cells and may have one cell more than the others, an empty one. */
export function linesEndingOpen(
  workshop: Workshop,
  { text, part }: StagedText,
  most: number,
): Promise<readonly Readonly<{ place: bigint; raw: string }>[]> {
  const sign = quoted(text.delimiter);
  return workshop.ask(
    `SELECT file_row_number AS place, raw FROM read_parquet(${quoted(partFile(workshop.folder, 'raw', part))}, file_row_number = true)
     WHERE suffix(raw, ${sign}) AND length(raw) - length(replace(raw, ${sign}, '')) >= ${text.width} LIMIT ${most}`,
  );
}

/** What the rows of a part come to from one place up to another. */
export async function stretchOf(
  workshop: Workshop,
  part: number,
  from: number,
  to: number,
): Promise<Stretch> {
  const [found] = await workshop.ask<
    Readonly<{ rows: bigint; sum: bigint; from: IsoDate | null; to: IsoDate | null }>
  >(
    `SELECT count(pence) AS rows, coalesce(sum(pence), 0)::BIGINT AS sum,
       min(paid) AS "from", max(coalesce(paid_to, paid)) AS "to"
     FROM read_parquet(${quoted(partFile(workshop.folder, 'rows', part))}, file_row_number = true)
     WHERE file_row_number >= ${from} AND file_row_number < ${to}`,
  );
  if (found === undefined) return { rows: 0, pence: noMoney, from: null, to: null };
  return { rows: Number(found.rows), pence: pence(found.sum), from: found.from, to: found.to };
}

/** How often each repair stands on the rows of a part. */
export async function repairsOf(workshop: Workshop, part: number): Promise<Readonly<Record<string, number>>> {
  const found = await workshop.ask<{ repair: string; rows: bigint }>(
    `SELECT repair, count(*) AS rows FROM (
       SELECT unnest(repairs) AS repair FROM read_parquet(${quoted(partFile(workshop.folder, 'rows', part))}) WHERE repairs IS NOT NULL
     ) GROUP BY repair ORDER BY repair`,
  );
  return Object.fromEntries(found.map(({ repair, rows }) => [repair, Number(rows)]));
}
