import { databaseName, quoted, type Workshop } from '#platform/analytics';
import { type IsoDate, type Money, noMoney, pence } from '#platform/kernel';
import type { StagedPayee } from '../../domain/import/staged-payee.ts';
import { stagedColumns } from '../../domain/import/staged-row.ts';
import type { Stretch } from '../../domain/reading/tally.ts';
import { keptColumns, keptRows, type WordsFound, type WordsKnown } from './columns-sql.ts';
import { type DayMeant, makeTypes } from './find-words.ts';
import { partFile } from './part-files.ts';
import { cellsOf, type StagedText } from './text-columns.ts';

/** A database file of columns that is made: its name among those that are open. */
export type Made = Readonly<{ name: string; known: WordsKnown }>;

/** Begins the database file of the columns of a part, with the words that are known of them. */
export async function beginColumns(
  workshop: Workshop,
  staged: StagedText,
  words: WordsFound,
  meant: Readonly<Record<string, readonly DayMeant[]>>,
): Promise<Made> {
  const file = partFile(workshop.folder, 'columns', staged.part);
  const name = databaseName(file);
  await workshop.run(`ATTACH ${quoted(file)} AS ${name}`);
  await makeTypes(workshop, name, words.of, meant);
  const days = meant['day'] ?? [];
  const told = [
    ...(days.some(({ paidTo }) => paidTo !== null) ? ['paid_to'] : []),
    ...(days.some(({ repairs }) => repairs !== null) ? ['repairs'] : []),
  ];
  const known: WordsKnown = { ...words, database: name, days: told };
  // To look how each column would be kept smallest takes longer than to read it.
  const columns = keptColumns(staged, known).map(
    (each) => `${each.name} ${each.type} USING COMPRESSION uncompressed`,
  );
  await workshop.run(`CREATE TABLE ${name}.payment (${columns.join(', ')})`);
  return { name, known };
}

/** Lets go of what was made of a part so far. */
export const leaveColumns = (workshop: Workshop, { name }: Made): Promise<void> =>
  workshop.run(`DETACH ${name}`);

/** What stands in the rows of a text, all of them, and in those that are holes. */
export type Kept = Readonly<{ rows: number; holes: number; pence: Money; penceOfHoles: Money }>;

/** Keeps the rows of a text in one go, as many as there are, and says what they come to. */
export async function keepRows(workshop: Workshop, staged: StagedText, { name, known }: Made): Promise<Kept> {
  await workshop.run(
    `INSERT INTO ${name}.payment ${keptRows(cellsOf(staged.text), staged, staged.oddSpaces, known)}`,
  );
  const [found] = await workshop.ask<
    Readonly<{ rows: bigint; holes: bigint; pence: bigint; of_holes: bigint }>
  >(
    `SELECT count(*) AS rows, count(*) FILTER (hole) AS holes, coalesce(sum(pence), 0)::BIGINT AS pence,
       coalesce(sum(pence) FILTER (hole), 0)::BIGINT AS of_holes FROM ${name}.payment`,
  );
  return {
    rows: Number(found?.rows ?? 0n),
    holes: Number(found?.holes ?? 0n),
    pence: pence(found?.pence ?? 0n),
    penceOfHoles: pence(found?.of_holes ?? 0n),
  };
}

/** The names of payees where their words were not known before. */
export async function listSuppliers(workshop: Workshop, { name }: Made): Promise<readonly string[]> {
  const found = await workshop.ask<{ supplier: string }>(
    `SELECT DISTINCT supplier FROM ${name}.payment WHERE supplier IS NOT NULL`,
  );
  return found.map(({ supplier }) => supplier);
}

const isOfPayee = (column: string): boolean => column === 'payee' || column === 'redaction';

/**
 * Ends the columns of a part: the names of its payees with what each means, kept once and not on each row, and `lines`, as which its rows
 * are asked for: the columns that a staged row can have, nothing in a hole. What its payee means stands beside them in `named`.
 */
export async function endColumns(
  workshop: Workshop,
  staged: StagedText,
  { name, known }: Made,
  {
    payees,
    holes,
  }: Readonly<{ payees: readonly (StagedPayee & Readonly<{ written: string }>)[]; holes: number }>,
): Promise<void> {
  const rows = workshop.rows(
    (['written', 'payee', 'redaction'] as const).map((column) => ({ name: column, type: 'VARCHAR' })),
  );
  for (const { written, payee, redaction } of payees) rows.add([written, payee, redaction]);
  if (known.of.has('supplier')) rows.add(['', null, null]);
  rows.end();
  const kept = keptColumns(staged, known);
  const type = kept.find((column) => column.name === 'supplier')?.type ?? 'VARCHAR';
  await workshop.run(
    `CREATE TABLE ${name}.payee AS SELECT written::${type} AS written, payee, redaction FROM ${rows.table}`,
  );
  rows.remove();
  const names = new Set(kept.map((column) => column.name));
  const unlessHole = (value: string): string => (holes > 0 ? `CASE WHEN NOT hole THEN ${value} END` : value);
  const columns = stagedColumns.flatMap((column) => {
    if (isOfPayee(column.name)) return [];
    const own = known.numbers.has(column.name) ? `${column.name}::${column.type}` : column.name;
    const value = names.has(column.name) ? unlessHole(own) : `NULL::${column.type}`;
    return [`${value} AS ${column.name}`];
  });
  await workshop.run(
    `CREATE VIEW ${name}.lines AS SELECT ${columns.join(', ')}, rowid AS place FROM payment`,
  );
  // A join by names puts rows in another order, and is slower than to look up the number of a word.
  await workshop.run(
    known.of.has('supplier')
      ? `CREATE VIEW ${name}.named AS SELECT lines.*, payees[enum_code(supplier) + 1] AS payee, redactions[enum_code(supplier) + 1] AS redaction
         FROM lines, (SELECT list(payee ORDER BY written) AS payees, list(redaction ORDER BY written) AS redactions FROM payee)`
      : `CREATE VIEW ${name}.named AS SELECT lines.*, payee, redaction FROM lines LEFT JOIN payee ON written = supplier ORDER BY place`,
  );
  // All of it is in the file then, and nothing beside it.
  await workshop.run(`CHECKPOINT ${name}`);
  await workshop.run(`DETACH ${name}`);
}

/** The amounts of rows in these places: none of a hole. */
export async function amountsAt(
  workshop: Workshop,
  { name }: Made,
  places: readonly number[],
): Promise<ReadonlyMap<number, Money>> {
  const found = await workshop.ask<{ place: bigint; pence: bigint }>(
    `SELECT rowid AS place, pence FROM ${name}.payment WHERE NOT hole AND rowid IN (${places.join(', ')})`,
  );
  return new Map(found.map((row) => [Number(row.place), pence(row.pence)]));
}

/** The places of rows that are holes. */
export async function holesOf(workshop: Workshop, { name }: Made): Promise<readonly number[]> {
  const found = await workshop.ask<{ place: bigint }>(
    `SELECT rowid AS place FROM ${name}.payment WHERE hole ORDER BY 1`,
  );
  return found.map(({ place }) => Number(place));
}

/** What the rows of a part come to from one place up to another. */
export async function stretchOf(
  workshop: Workshop,
  { name, known }: Made,
  from: number,
  to: number,
): Promise<Stretch> {
  const until = known.days.includes('paid_to') ? 'coalesce(paid_to, paid)' : 'paid';
  const [found] = await workshop.ask<
    Readonly<{ rows: bigint; sum: bigint; from: IsoDate | null; to: IsoDate | null }>
  >(
    `SELECT count(*) AS rows, coalesce(sum(pence), 0)::BIGINT AS sum, min(paid) AS "from", max(${until}) AS "to"
     FROM ${name}.payment WHERE NOT hole AND rowid >= ${from} AND rowid < ${to}`,
  );
  if (found === undefined) return { rows: 0, pence: noMoney, from: null, to: null };
  return { rows: Number(found.rows), pence: pence(found.sum), from: found.from, to: found.to };
}

/** How often each repair stands on the rows of a part. */
export async function repairsOf(
  workshop: Workshop,
  { name, known }: Made,
): Promise<Readonly<Record<string, number>>> {
  if (!known.days.includes('repairs')) return {};
  const found = await workshop.ask<{ repair: string; rows: bigint }>(
    `SELECT repair, count(*) AS rows FROM (SELECT unnest(repairs) AS repair FROM ${name}.payment WHERE NOT hole)
     GROUP BY repair ORDER BY repair`,
  );
  return Object.fromEntries(found.map(({ repair, rows }) => [repair, Number(rows)]));
}
