import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';
import { monthOf as monthOfDay, somedayIn } from '../../domain/explore/month.ts';
import { individuals, notStated, redacted } from '../../domain/explore/unnamed.ts';
import { type BodyView, newestKept } from './view-paths.ts';

/** Puts one question after another to files, and writes what it answers into a file of columns. */
export type Writer = Readonly<{
  run(question: string): Promise<void>;
  ask: Workshop['ask'];
  rows: Workshop['rows'];
  write(name: string, question: string, rowsTogether?: number): Promise<void>;
}>;

/** As many rows as are read together at least: few, so that a question for one supplier reads little. */
const few = 20_000;
/** Of payments, which are wide and asked for by the page. */
export const fewest = 10_240;
/** Of those that are read most often. */
export const fewestOfAll = 2048;

/** Writes what is put into the folder, each as its own file. */
export const writerInto = ({ run, ask, rows }: Workshop, folder: string): Writer => ({
  run,
  ask,
  rows,
  async write(name, question, rowsTogether = 100_000) {
    await run(
      `COPY (${question}) TO ${quoted(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsTogether})`,
    );
  },
});

/**
 * Works out what pages ask of one body: its payees, most money first, each with a number by which the other files name it; its
 * payments by day and by payee; and sums by month, department, purpose and payee in the orders in which they are asked for.
 */
export async function buildBody(
  { run, write }: Writer,
  { releases }: BodyView,
  publishedFolder: string,
  into: string,
): Promise<void> {
  const parts = releases.flatMap(({ id, periodFrom, periodTo }, release) =>
    partsOf(join(publishedFolder, 'releases', id), release).map((part) => ({
      ...part,
      someday: somedayIn(monthOfDay(periodFrom), monthOfDay(periodTo)),
    })),
  );
  await run(
    `CREATE OR REPLACE TABLE part AS SELECT * FROM (VALUES ${[
      `('', 0, 0, 0)`,
      ...parts.map(
        ({ file, release, part, someday }) => `(${quoted(file)}, ${release}, ${part}, ${someday})`,
      ),
    ].join(', ')}) AS part (filename, release, part, someday)`,
  );
  // Holds every column there may be, so that one which none of the files has is empty rather than unknown.
  const columns = join(into, 'columns.parquet');
  await run(`COPY (SELECT ${everyColumn} LIMIT 0) TO ${quoted(columns)} (FORMAT parquet)`);
  const files = [columns, ...parts.map(({ file }) => file)].map(quoted).join(', ');
  const source = `
    (SELECT *, ${keyOf} AS payee_key, coalesce(category, purpose, merchant_category, '') AS what, coalesce(department, service, '') AS unit,
       concat_ws(' ', category, purpose, merchant_category) AS told
     FROM read_parquet([${files}], union_by_name = true, filename = true, file_row_number = true) WHERE pence IS NOT NULL)`;

  await run(`CREATE OR REPLACE TABLE spelling AS
    SELECT payee_key AS payee, CASE WHEN payee_key[1] <> '~' THEN supplier END AS name, count(*) AS payments, sum(pence)::BIGINT AS pence,
      sum(greatest(pence, 0))::BIGINT AS most, min(paid) AS first, max(paid) AS last
    FROM ${source} GROUP BY ALL`);
  await run(`CREATE OR REPLACE TABLE payee AS
    SELECT row_number() OVER (ORDER BY most DESC, payee)::INTEGER AS rank, * FROM (
      SELECT payee, arg_max(name, payments) AS name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence,
        sum(most)::BIGINT AS most, min(first) AS first, max(last) AS last
      FROM spelling GROUP BY payee)`);
  await write('payees', 'SELECT * FROM payee ORDER BY rank', few);
  await write(
    'spellings',
    `SELECT payee.rank, spelling.name, spelling.payments, spelling.pence
     FROM spelling JOIN payee USING (payee) WHERE spelling.name IS NOT NULL ORDER BY rank, spelling.payments DESC`,
    few,
  );
  // With the numbers that tell firms apart: what suppliers are found by.
  await write(
    'namings',
    `SELECT payee.rank, source.supplier AS name, source.company_number, source.charity_number, source.vat_number,
       count(*)::INTEGER AS payments, sum(source.pence)::BIGINT AS pence
     FROM ${source} AS source JOIN payee ON payee.payee = source.payee_key
     WHERE source.payee_key[1] <> '~' GROUP BY ALL ORDER BY 1, 2`,
  );
  await run(`CREATE OR REPLACE TABLE word AS
    SELECT kind, name, row_number() OVER (PARTITION BY kind ORDER BY name)::INTEGER AS id, payments, pence FROM (
      SELECT 'department' AS kind, unit AS name, count(*) AS payments, sum(pence)::BIGINT AS pence FROM ${source} GROUP BY unit
      UNION ALL
      SELECT 'category', what, count(*), sum(pence)::BIGINT FROM ${source} GROUP BY what)`);
  await write('words', 'SELECT * FROM word ORDER BY kind, id');
  await run(`CREATE OR REPLACE TABLE telling AS
    SELECT told, row_number() OVER (ORDER BY told)::INTEGER AS id FROM (SELECT DISTINCT told FROM ${source})`);
  await write('tellings', 'SELECT id, lower(strip_accents(told)) AS told FROM telling ORDER BY id');

  await write(
    'payments',
    `SELECT source.paid, ${monthOf('source.paid', 'part.someday')} AS month, payee.rank, department.id AS department, category.id AS category, telling.id AS telling,
       source.supplier, payee.payee, nullif(payee.name, source.supplier) AS name, source.purpose, source.pence, part.release::SMALLINT AS release, part.part::SMALLINT AS part,
       source.file_row_number::INTEGER AS row, source.redaction
     FROM ${source} AS source
     JOIN payee ON payee.payee = source.payee_key
     JOIN word AS department ON department.kind = 'department' AND department.name = source.unit
     JOIN word AS category ON category.kind = 'category' AND category.name = source.what
     JOIN telling ON telling.told = source.told
     JOIN part ON part.filename = source.filename
     ORDER BY source.paid NULLS FIRST, part.release, part.part, row`,
    fewest,
  );
  const payments = `read_parquet(${quoted(join(into, 'payments.parquet'))})`;
  await write(
    'newest',
    `SELECT row_number() OVER (ORDER BY paid DESC NULLS LAST, place)::INTEGER AS nth,
       newest.* REPLACE (department.name AS department, category.name AS category)
     FROM (SELECT file_row_number AS place, * EXCLUDE (file_row_number)
       FROM read_parquet(${quoted(join(into, 'payments.parquet'))}, file_row_number = true)
       ORDER BY paid DESC NULLS LAST, place LIMIT ${newestKept}) AS newest
     JOIN word AS department ON department.kind = 'department' AND department.id = newest.department
     JOIN word AS category ON category.kind = 'category' AND category.id = newest.category
     ORDER BY nth`,
    fewestOfAll,
  );
  await write(
    'by-department',
    `SELECT department, rank, category, month, sum(pence)::BIGINT AS pence, count(*)::INTEGER AS payments
     FROM ${payments} GROUP BY ALL ORDER BY department, rank, month`,
  );
  await write(
    'by-telling',
    `SELECT telling, department, rank, category, month, sum(pence)::BIGINT AS pence, count(*)::INTEGER AS payments
     FROM ${payments} GROUP BY ALL ORDER BY telling, rank, month`,
  );
  const sums = `read_parquet(${quoted(join(into, 'by-department.parquet'))})`;
  await write('by-category', `SELECT * FROM ${sums} ORDER BY category, rank, month`);
  await write('by-payee', `SELECT rank, month, ${summed} FROM ${sums} GROUP BY ALL ORDER BY rank, month`);
  await write(
    'cube',
    `SELECT month, department, category, ${summed} FROM ${sums} GROUP BY ALL ORDER BY month, department, category`,
  );
}

/** Sums of sums. */
export const summed = 'sum(pence)::BIGINT AS pence, sum(payments)::INTEGER AS payments';

/** Months counted from the year nought, so that a year is twelve of them; where there is no day what stands for the months of the release. */
const monthOf = (day: string, someday: string) =>
  `coalesce(year(${day}) * 12 + month(${day}) - 1, ${someday})::SMALLINT`;

const keyOf = `
  CASE WHEN redaction IS NOT NULL THEN '${redacted}' WHEN payee IS NOT NULL AND payee <> '' THEN payee
    WHEN supplier IS NULL OR supplier = '' THEN '${notStated}' ELSE '${individuals}' END`;

const texts = [
  'supplier',
  'payee',
  'department',
  'service',
  'purpose',
  'category',
  'merchant_category',
  'redaction',
  'company_number',
  'charity_number',
  'vat_number',
];
const everyColumn = ['DATE AS paid', 'BIGINT AS pence', ...texts.map((name) => `VARCHAR AS ${name}`)]
  .map((column) => `NULL::${column}`)
  .join(', ');

/** The files of a release's rows, each with its number. */
function partsOf(folder: string, release: number) {
  if (!existsSync(folder)) throw new Error(`The files of a release that counts are missing: ${folder}`);
  return readdirSync(folder).flatMap((name) => {
    const part = /^rows-(\d+)\.parquet$/.exec(name)?.[1];
    return part === undefined ? [] : [{ file: join(folder, name), release, part: Number(part) }];
  });
}
