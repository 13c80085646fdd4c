import type { Workshop } from '#platform/analytics';
import { formatDate, formatMoney, type IsoDate, pence as asPence } from '#platform/kernel';
import { filesOf, type PartOfFile } from './rows-of-parts.ts';

/** Some rows that were looked for: how many, what they come to, and a few of them. */
export type Found = Readonly<{ rows: number; pence: number; samples: readonly FoundRow[] }>;
export type FoundRow = Readonly<{ file: number; line: number; says: string }>;

const samplesShown = 5;

/** The payments of one import and the text of each, as its finders ask for them. */
export type Staged = Readonly<{
  workshop: Workshop;
  /** As tables in a question: payments with the place of their file, and of its table; texts by part and place. */
  payments: string;
  texts: string;
  /** By part and place: rows that are no payments, but stand elsewhere. */
  holes: string;
}>;

/** Many small files are read once and kept, since each of a dozen questions would open them all anew; a few large ones are not. */
const manyParts = 6;
const mostRowsKept = 1_000_000;

/** Opens the staged files of parts, one at least, to be looked through. */
export async function openStaged(workshop: Workshop, parts: readonly PartOfFile[]): Promise<Staged> {
  const from = Math.min(...parts.map(({ part }) => part));
  const listed = (of: (part: PartOfFile) => number) => `[${parts.map(of).join(', ')}][part - ${from} + 1]`;
  const payments = `(SELECT part, place, ${listed(({ file }) => file)} AS file, ${listed(({ table }) => table)} AS at_table,
      coalesce(line, ${listed(({ firstLine }) => firstLine ?? 0)} + place)::INTEGER AS line, supplier, payee, redaction, pence, paid
    FROM ${filesOf(workshop.folder, 'rows', parts)} WHERE pence IS NOT NULL)`;
  const texts = `(SELECT part, place, raw FROM ${filesOf(workshop.folder, 'raw', parts)})`;
  const withHoles = parts.filter(({ firstLine }) => firstLine !== null);
  const holes =
    withHoles.length === 0
      ? '(SELECT NULL AS part, NULL AS place WHERE false)'
      : `(SELECT part, place FROM ${filesOf(workshop.folder, 'rows', withHoles)} WHERE pence IS NULL)`;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  if (parts.length < manyParts || rows > mostRowsKept) return { workshop, payments, texts, holes };
  await workshop.run(`CREATE TEMP TABLE staged_payments AS FROM ${payments}`);
  await workshop.run(`CREATE TEMP TABLE staged_texts AS FROM ${texts}`);
  return { workshop, payments: 'staged_payments', texts: 'staged_texts', holes };
}

/** Finds payments of a kind; `where` is a condition on their columns and never holds what a reader gives. */
export async function findRows({ workshop, payments }: Staged, where: string): Promise<Found> {
  const [counted] = await workshop.ask<{ rows: bigint; pence: bigint }>(
    `SELECT count(*) AS rows, coalesce(sum(pence), 0)::BIGINT AS pence FROM ${payments} WHERE ${where}`,
  );
  if (counted === undefined || counted.rows === 0n) return { rows: 0, pence: 0, samples: [] };
  // In the order of the files, whichever part of them a row is in.
  const samples = await workshop.ask<SampleRow>(
    `SELECT file, line, supplier, pence, paid FROM ${payments} WHERE ${where} ORDER BY at_table, line LIMIT ${samplesShown}`,
  );
  return { rows: Number(counted.rows), pence: Number(counted.pence), samples: samples.map(shown) };
}

type SampleRow = Readonly<{
  file: number;
  line: number;
  supplier: string | null;
  pence: bigint;
  paid: IsoDate | null;
}>;

const shown = ({ file, line, supplier, pence, paid }: SampleRow): FoundRow => ({
  file,
  line,
  says: [paid === null ? null : formatDate(paid), supplier, formatMoney(asPence(pence))]
    .filter((each) => each !== null)
    .join(' · '),
});

/**
 * Finds payments whose rows are written exactly as another’s before them, in the same file or another. Rows are held against each
 * other by their whole text, every column of it: what no column keeps may still tell two payments apart.
 */
export async function findDuplicates(staged: Staged): Promise<Found> {
  const { workshop, texts, holes } = staged;
  await workshop.run(
    `CREATE TEMP TABLE alike AS SELECT hash(raw) AS sum FROM ${texts} GROUP BY 1 HAVING count(*) > 1`,
  );
  await workshop.run(
    `CREATE TEMP TABLE again AS SELECT part, place FROM (
       SELECT part, place, row_number() OVER (PARTITION BY raw ORDER BY part, place) AS time
       FROM (SELECT part, place, raw FROM ${texts} WHERE hash(raw) IN (SELECT sum FROM alike))
       WHERE (part, place) NOT IN (SELECT part, place FROM ${holes})
     ) WHERE time > 1`,
  );
  await workshop.run('DROP TABLE alike');
  try {
    const [some] = await workshop.ask<{ some: boolean }>('SELECT count(*) > 0 AS some FROM again');
    if (some?.some !== true) return { rows: 0, pence: 0, samples: [] };
    return await findRows(staged, '(part, place) IN (SELECT (part, place) FROM again)');
  } finally {
    await workshop.run('DROP TABLE again');
  }
}

/** The names of payees that have no normal form and are not redacted, or that have the word total in them. */
export async function payeesWhere({ workshop, payments }: Staged, where: string): Promise<readonly string[]> {
  const found = await workshop.ask<{ supplier: string }>(
    `SELECT DISTINCT supplier FROM ${payments} WHERE supplier IS NOT NULL AND (${where}) ORDER BY supplier`,
  );
  return found.map(({ supplier }) => supplier);
}

/** Finds the payments to payees of these names, as written. */
export async function findPayees(staged: Staged, names: readonly string[]): Promise<Found> {
  if (names.length === 0) return { rows: 0, pence: 0, samples: [] };
  const rows = staged.workshop.rows([{ name: 'name', type: 'VARCHAR' }]);
  for (const name of names) rows.add([name]);
  rows.end();
  const found = await findRows(staged, `supplier IN (SELECT name FROM ${rows.table})`);
  rows.remove();
  return found;
}
