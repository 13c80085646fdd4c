import type { Workshop } from '#platform/analytics';
import type { IsoDate } from '#platform/kernel';
import { isByColumns } from './part-files.ts';
import { openPayees, openRows, openSingly, type PartOfFile } from './rows-of-parts.ts';
import { textsOf } from './text-in-file.ts';

/** A payment that was looked for, where it stands; and the one before it that it repeats, where it was found for that. */
export type FoundPayment = Readonly<{
  file: number;
  line: number;
  paid: IsoDate | null;
  supplier: string | null;
  pence: bigint;
  /** What stands in its columns that describe it. */
  described: string | null;
  repeatsFile: number | null;
  repeatsLine: number | null;
}>;

/** The payments of one import and the text of each, as its finders ask for them. */
export type Staged = Readonly<{
  workshop: Workshop;
  /** As tables in a question: payments with the place of their file, and of its table; texts by part and place. */
  payments: string;
  /** The names of payees, each once at least, with what they mean: `payee` and `redaction`. */
  payees: string;
  texts: string;
  /** A `sum` of each row, by part and place: rows whose texts are alike have one sum. */
  sums: string;
  /** By part and place: rows that are no payments, but stand elsewhere. */
  holes: string;
}>;

/** Many small files are read once and kept, since each of a dozen questions would open them all anew; a few large ones are not. */
const manyParts = 6;
const mostRowsKept = 1_000_000;

/** What describes a payment: not every file has each of these. */
export const describers = ['purpose', 'category', 'service', 'department'] as const;
type TextColumn = 'supplier' | (typeof describers)[number];
const describing = `SELECT ${describers.map((name) => `NULL::VARCHAR AS ${name}`).join(', ')} WHERE false`;
const described = `nullif(concat_ws(' · ', ${describers.join(', ')}), '')`;

/** Opens the staged files of parts, one at least, to be looked through. */
export async function openStaged(
  workshop: Workshop,
  parts: readonly PartOfFile[],
  folder = workshop.folder,
): Promise<Staged> {
  const from = Math.min(...parts.map(({ part }) => part));
  const listed = (of: (part: PartOfFile) => number) => `[${parts.map(of).join(', ')}][part - ${from} + 1]`;
  const apart = parts.filter((part) => !isByColumns(part));
  const rows = await openRows(workshop, folder, parts, { named: false });
  // What was read by columns has each of these.
  const whole = apart.length === 0 ? rows : `(${describing} UNION ALL BY NAME FROM ${rows})`;
  const payments = `(SELECT part, place, ${listed(({ file }) => file)} AS file, ${listed(({ table }) => table)} AS at_table,
      coalesce(line, ${listed(({ firstLine }) => firstLine ?? 0)} + place)::INTEGER AS line, supplier, pence, paid, paid_to, ${describers.join(', ')}
    FROM ${whole} WHERE pence IS NOT NULL)`;
  const payees = await openPayees(workshop, folder, parts);
  const raw =
    apart.length === 0 ? [] : [`SELECT part, place, raw FROM ${await openSingly(workshop, folder, apart)}`];
  const texts = `(${[...raw, ...textsOf(folder, parts.filter(isByColumns))].join(' UNION ALL ')})`;
  const withHoles = parts.filter(({ firstLine }) => firstLine !== null);
  const holes =
    withHoles.length === 0
      ? '(SELECT NULL AS part, NULL AS place WHERE false)'
      : `(SELECT part, place FROM ${await openRows(workshop, folder, withHoles, { named: false })} WHERE pence IS NULL)`;
  const count = parts.reduce((sum, part) => sum + part.rows, 0);
  if (parts.length < manyParts || count > mostRowsKept) {
    // Within one table what is alike as text is alike in its columns, and these are quickly gone through.
    const sums =
      parts.length === 1 && apart.length === 0
        ? `(SELECT part, place, hash(${toldApartBy}) AS sum FROM ${rows})`
        : `(SELECT part, place, hash(raw) AS sum FROM ${texts})`;
    return { workshop, payments, payees, texts, sums, holes };
  }
  await workshop.run(`CREATE TEMP TABLE staged_payments AS FROM ${payments}`);
  await workshop.run(
    `CREATE TEMP TABLE staged_payees AS SELECT DISTINCT supplier, payee, redaction FROM ${payees}`,
  );
  await workshop.run(`CREATE TEMP TABLE staged_texts AS FROM ${texts}`);
  return {
    workshop,
    payments: 'staged_payments',
    payees: 'staged_payees',
    texts: 'staged_texts',
    sums: '(SELECT part, place, hash(raw) AS sum FROM staged_texts)',
    holes,
  };
}

/** Few columns that tell most payments apart: those that they do not are held against each other by their whole text. */
const toldApartBy = 'pence, paid, transaction, invoice';

/** Payments that were chosen, by a condition on their columns that never holds what a reader gives. */
export type Chosen = Readonly<{
  where: string;
  /** A table of the places of each, and of the one before it that it repeats. */
  repeats?: string;
  /** Lets go of what was made to choose them. */
  end(): Promise<void> | void;
}>;

export const choose = (where: string): Chosen => ({ where, end: () => undefined });

/** How many payments were chosen, and what they come to. */
export async function sumOf(
  { workshop, payments }: Staged,
  { where }: Chosen,
): Promise<Readonly<{ rows: number; pence: number }>> {
  const [counted] = await workshop.ask<{ rows: bigint; pence: bigint }>(
    `SELECT count(*) AS rows, coalesce(sum(pence), 0)::BIGINT AS pence FROM ${payments} WHERE ${where}`,
  );
  return { rows: Number(counted?.rows ?? 0n), pence: Number(counted?.pence ?? 0n) };
}

/** The payments that were chosen, in the order of the files: so many, after so many. */
export async function listOf(
  { workshop, payments }: Staged,
  { where, repeats }: Chosen,
  { most, after = 0 }: Readonly<{ most: number; after?: number }>,
): Promise<readonly FoundPayment[]> {
  const own = `SELECT part, place, at_table, file, line, paid, supplier, pence, ${described} AS described FROM ${payments}`;
  const page = `ORDER BY at_table, line LIMIT ${Math.trunc(most)} OFFSET ${Math.trunc(after)}`;
  const columns = 'file, line, paid, supplier, pence, described';
  if (repeats === undefined)
    return workshop.ask<FoundPayment>(
      `SELECT ${columns}, NULL::INTEGER AS "repeatsFile", NULL::INTEGER AS "repeatsLine" FROM (${own} WHERE ${where}) ${page}`,
    );
  return workshop.ask<FoundPayment>(
    `WITH page AS MATERIALIZED (${own} WHERE ${where} ${page})
     SELECT ${columns
       .split(', ')
       .map((name) => `page.${name}`)
       .join(', ')}, first.file AS "repeatsFile", first.line AS "repeatsLine"
     FROM page JOIN ${repeats} AS again ON again.part = page.part AND again.place = page.place
     LEFT JOIN (${own}) AS first ON first.part = again.first_part AND first.place = again.first_place
     ORDER BY page.at_table, page.line`,
  );
}

/**
 * Chooses payments whose rows are written exactly as another’s before them, in the same file or another. Rows are held against each
 * other by their whole text, every column of it: what no column keeps may still tell two payments apart.
 */
export async function chooseDuplicates({ workshop, texts, sums, holes }: Staged): Promise<Chosen> {
  await workshop.run(`CREATE TEMP TABLE alike AS SELECT sum FROM ${sums} GROUP BY 1 HAVING count(*) > 1`);
  const [alike] = await workshop.ask<{ some: boolean }>('SELECT count(*) > 0 AS some FROM alike');
  if (alike?.some !== true) {
    await workshop.run('DROP TABLE alike');
    return choose('false');
  }
  await workshop.run(
    `CREATE TEMP TABLE suspects AS SELECT part, place FROM ${sums} WHERE sum IN (SELECT sum FROM alike)`,
  );
  await workshop.run(
    `CREATE TEMP TABLE again AS SELECT part, place, first_part, first_place FROM (
       SELECT part, place, row_number() OVER same AS time, first_value(part) OVER same AS first_part,
         first_value(place) OVER same AS first_place
       FROM (SELECT part, place, raw FROM ${texts} WHERE (part, place) IN (SELECT (part, place) FROM suspects))
       WHERE (part, place) NOT IN (SELECT part, place FROM ${holes})
       WINDOW same AS (PARTITION BY raw ORDER BY part, place)
     ) WHERE time > 1`,
  );
  for (const table of ['alike', 'suspects']) await workshop.run(`DROP TABLE ${table}`);
  const end = () => workshop.run('DROP TABLE again');
  const [some] = await workshop.ask<{ some: boolean }>('SELECT count(*) > 0 AS some FROM again');
  const where = some?.some === true ? '(part, place) IN (SELECT (part, place) FROM again)' : 'false';
  return { where, repeats: 'again', end };
}

/** The different texts of a column where a condition on them holds. */
export async function textsWhere(
  { workshop, payments }: Staged,
  column: TextColumn,
  where: string,
): Promise<readonly string[]> {
  // A column has few texts on its many rows. They are told apart in a table of their own: in one question the condition would be
  // asked of every row before.
  await workshop.run(`CREATE TEMP TABLE told_apart AS SELECT DISTINCT ${column} AS text FROM ${payments}`);
  const found = await workshop.ask<{ text: string }>(
    `SELECT text FROM (SELECT text::VARCHAR AS text FROM told_apart) WHERE text IS NOT NULL AND (${where}) ORDER BY text`,
  );
  await workshop.run('DROP TABLE told_apart');
  return found.map(({ text }) => text);
}

/** The names of payees that have no normal form, and are not redacted either. */
export async function namesWithoutPayee({ workshop, payees }: Staged): Promise<readonly string[]> {
  const found = await workshop.ask<{ supplier: string }>(
    `SELECT DISTINCT supplier FROM ${payees} WHERE payee IS NULL AND redaction IS NULL AND supplier <> '' ORDER BY 1`,
  );
  return found.map(({ supplier }) => supplier);
}

/** Chooses the payments one of whose columns holds one of these texts. */
export function chooseTexts(
  { workshop }: Staged,
  columns: readonly TextColumn[],
  texts: readonly string[],
): Chosen {
  if (texts.length === 0) return choose('false');
  const rows = workshop.rows([{ name: 'text', type: 'VARCHAR' }]);
  for (const text of texts) rows.add([text]);
  rows.end();
  const where = columns
    .map((column) => `coalesce(${column} IN (SELECT text FROM ${rows.table}), false)`)
    .join(' OR ');
  return { where, end: () => rows.remove() };
}
