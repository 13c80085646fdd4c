import type { Workshop } from '#platform/analytics';
import { formatDate, formatMoney, type IsoDate, pence as asPence } from '#platform/kernel';
import { filesOf, type PartOfFile } from './rows-of-parts.ts';

/** Some rows that were looked for: how many, what they come to, and a few of them. */
export type Found = Readonly<{ rows: number; pence: number; samples: readonly FoundRow[] }>;
export type FoundRow = Readonly<{ file: number; line: number; says: string }>;

const samplesShown = 5;

/** What the finders of one import ask: its workshop and its parts. */
export type Staged = Readonly<{ workshop: Workshop; parts: readonly PartOfFile[] }>;

/** Finds payments of a kind; `where` is a condition on the columns of staged rows and never holds what a reader gives. */
export async function findRows(staged: Staged, where: string): Promise<Found> {
  const { workshop, parts } = staged;
  const rows = filesOf(workshop.folder, 'rows', parts);
  const [counted] = await workshop.ask<{ rows: bigint; pence: bigint }>(
    `SELECT count(*) AS rows, coalesce(sum(pence), 0)::BIGINT AS pence FROM ${rows} WHERE pence IS NOT NULL AND (${where})`,
  );
  if (counted === undefined || counted.rows === 0n) return { rows: 0, pence: 0, samples: [] };
  // In the order of the files, whichever part of them a row is in.
  const from = Math.min(...parts.map(({ part }) => part));
  const listed = (of: (part: PartOfFile) => number) => `[${parts.map(of).join(', ')}][part - ${from} + 1]`;
  const samples = await workshop.ask<SampleRow>(
    `SELECT ${listed(({ file }) => file)} AS file, ${listed(({ table }) => table)} AS at_table, supplier, pence, paid,
       coalesce(line, ${listed(({ firstLine }) => firstLine ?? 0)} + place)::INTEGER AS line
     FROM ${rows} WHERE pence IS NOT NULL AND (${where}) ORDER BY at_table, line LIMIT ${samplesShown}`,
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
  const { workshop, parts } = staged;
  const raw = filesOf(workshop.folder, 'raw', parts);
  const holes = `SELECT part, place FROM ${filesOf(workshop.folder, 'rows', parts)} WHERE pence IS NULL`;
  await workshop.run(
    `CREATE TEMP TABLE alike AS SELECT hash(raw) AS sum FROM ${raw} GROUP BY 1 HAVING count(*) > 1`,
  );
  await workshop.run(
    `CREATE TEMP TABLE again AS SELECT part, place FROM (
       SELECT part, place, row_number() OVER (PARTITION BY raw ORDER BY part, place) AS time
       FROM (SELECT part, place, raw FROM ${raw} WHERE hash(raw) IN (SELECT sum FROM alike))
       WHERE (part, place) NOT IN (${holes})
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
export async function payeesWhere(staged: Staged, where: string): Promise<readonly string[]> {
  const rows = filesOf(staged.workshop.folder, 'rows', staged.parts);
  const found = await staged.workshop.ask<{ supplier: string }>(
    `SELECT DISTINCT supplier FROM ${rows} WHERE pence IS NOT NULL AND supplier IS NOT NULL AND (${where}) ORDER BY supplier`,
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
