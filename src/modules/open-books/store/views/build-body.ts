import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '#platform/analytics';
import { monthOf as monthOfDay, somedayIn } from '../../domain/explore/month.ts';
import { individuals, notStated, redacted } from '../../domain/explore/unnamed.ts';
import { findFreed, numbersOf } from './freed-payees.ts';
import { normalWord } from './normal-word.ts';
import { writeSaid } from './said-file.ts';
import type { BodyView } from './view-paths.ts';
import type { TableWriter } from './writer.ts';

/**
 * Works out what pages ask of one body: its payees, most money first, each with a number by which the other tables name it; its
 * payments twice, the newest first and by payee; and sums by month, department, purpose and payee in the orders in which they
 * are asked for.
 */
export async function buildBody(
  writer: TableWriter,
  { releases }: BodyView,
  publishedFolder: string,
  into: string,
): Promise<void> {
  const { run, ask, rows: rowFile, write, table, made } = writer;
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
  const rows = `read_parquet([${files}], union_by_name = true, filename = true, file_row_number = true)`;
  const isFreed = await findFreed({ run, ask, rows: rowFile }, rows);
  const read = isFreed
    ? `(SELECT rows.* REPLACE (coalesce(freed.payee, rows.payee) AS payee) FROM ${rows} AS rows LEFT JOIN freed
         ON rows.payee IS NULL AND freed.supplier = rows.supplier AND freed.numbers = ${numbersOf('rows')})`
    : rows;
  const source = `
    (SELECT *, ${keyOf} AS payee_key, coalesce(category, purpose, merchant_category, '') AS what, coalesce(department, service, '') AS unit,
       concat_ws(' ', category, purpose, merchant_category) AS told
     FROM ${read} WHERE pence IS NOT NULL)`;

  await run(`CREATE OR REPLACE TABLE spelled AS
    SELECT payee_key AS payee, CASE WHEN payee_key[1] <> '~' THEN supplier END AS name, count(*) AS payments, sum(pence)::BIGINT AS pence,
      sum(greatest(pence, 0))::BIGINT AS most, min(paid) AS first, max(paid) AS last
    FROM ${source} GROUP BY ALL`);
  await table(
    'payee',
    `SELECT row_number() OVER (ORDER BY most DESC, payee)::INTEGER AS rank, * FROM (
      SELECT payee, arg_max(name, payments) AS name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence,
        sum(most)::BIGINT AS most, min(first) AS first, max(last) AS last
      FROM spelled GROUP BY payee) ORDER BY rank`,
    ['payee', 'name'],
  );
  await table(
    'spelling',
    `SELECT payee.rank, spelled.name, spelled.payments, spelled.pence, spelled.first, spelled.last
     FROM spelled JOIN ${made('payee')} AS payee USING (payee) ORDER BY rank, spelled.payments DESC`,
    ['name'],
  );
  // With the numbers that tell firms apart: what suppliers are found by.
  await write(
    'namings',
    `SELECT payee.rank, source.supplier AS name, source.company_number, source.charity_number, source.vat_number,
       count(*)::INTEGER AS payments, sum(source.pence)::BIGINT AS pence
     FROM ${source} AS source JOIN ${made('payee')} AS payee ON payee.payee = source.payee_key
     WHERE source.payee_key[1] <> '~' GROUP BY ALL ORDER BY 1, 2`,
  );
  // However a department or purpose is written it is one, and shown as it is written most often.
  await run(`CREATE OR REPLACE TABLE written AS
    SELECT kind, name, ${normalWord('name')} AS normal, payments, pence FROM (
      SELECT 'department' AS kind, unit AS name, count(*) AS payments, sum(pence)::BIGINT AS pence FROM ${source} GROUP BY unit
      UNION ALL
      SELECT 'category', what, count(*), sum(pence)::BIGINT FROM ${source} GROUP BY what)`);
  await table(
    'word',
    `SELECT kind, row_number() OVER (PARTITION BY kind ORDER BY normal)::INTEGER AS id, * EXCLUDE (kind) FROM (
      SELECT kind, normal, arg_max(name, payments) AS name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence
      FROM written GROUP BY kind, normal) ORDER BY kind, id`,
  );
  await run(`CREATE OR REPLACE TABLE known AS
    SELECT written.kind, written.name, word.id FROM written JOIN ${made('word')} AS word USING (kind, normal)`);
  await run(`CREATE OR REPLACE TABLE telling AS
    SELECT told, row_number() OVER (ORDER BY told)::INTEGER AS id FROM (SELECT DISTINCT told FROM ${source})`);
  await run(`CREATE OR REPLACE TABLE told_in AS
    SELECT DISTINCT token, telling FROM (
      SELECT unnest(string_split_regex(lower(strip_accents(told)), '[^a-z0-9]+')) AS token, id AS telling FROM telling)
    WHERE token <> ''`);
  await run(`CREATE OR REPLACE TABLE known_token AS
    SELECT row_number() OVER (ORDER BY token)::INTEGER AS id, token FROM (SELECT DISTINCT token FROM told_in)`);
  await table(
    'posting',
    'SELECT known_token.id AS token, told_in.telling FROM told_in JOIN known_token USING (token) ORDER BY 1, 2',
  );
  await run('DROP TABLE told_in');

  await table(
    'payment',
    `SELECT row_number() OVER ()::INTEGER AS place, * FROM (
     SELECT source.paid, ${monthOf('source.paid', 'part.someday')} AS month, payee.rank, department.id AS department, category.id AS category, telling.id AS telling,
       source.pence, part.release::SMALLINT AS release, part.part::SMALLINT AS part, source.file_row_number::INTEGER AS row,
       source.supplier, payee.payee, nullif(payee.name, source.supplier) AS name, source.unit, source.what, source.purpose, source.redaction
     FROM ${source} AS source
     JOIN ${made('payee')} AS payee ON payee.payee = source.payee_key
     JOIN known AS department ON department.kind = 'department' AND department.name = source.unit
     JOIN known AS category ON category.kind = 'category' AND category.name = source.what
     JOIN telling ON telling.told = source.told
     JOIN part ON part.filename = source.filename
     ORDER BY source.paid DESC NULLS LAST, part.release, part.part, row)`,
  );
  await writeSaid(writer, into);
  const payments = made('payment');
  await table(
    'by_department',
    `SELECT department, rank, category, month, sum(pence)::BIGINT AS pence, count(*)::INTEGER AS payments
     FROM ${payments} GROUP BY ALL ORDER BY department, rank, month`,
  );
  await table(
    'payee_of_department',
    `SELECT department, rank, ${summed} FROM ${made('by_department')} GROUP BY ALL ORDER BY department, rank`,
  );
  await table(
    'token',
    `SELECT known_token.id, known_token.token, held.payments::INTEGER AS payments,
       held.payments <= greatest(${fewest}, (SELECT count(*) FROM ${payments}) // ${commonShare}) AS is_rare,
       held.tellings = (SELECT count(*) FROM telling) AS is_everywhere
     FROM known_token JOIN (SELECT posting.token AS id, sum(counted.payments) AS payments, count(*) AS tellings
       FROM ${made('posting')} AS posting JOIN (SELECT telling, count(*) AS payments FROM ${payments} GROUP BY telling) AS counted USING (telling)
       GROUP BY posting.token) AS held USING (id) ORDER BY known_token.id`,
  );
  const sums = made('by_department');
  await table('by_category', `SELECT * FROM ${sums} ORDER BY category, rank, month`);
  await table('by_payee', `SELECT rank, month, ${summed} FROM ${sums} GROUP BY ALL ORDER BY rank, month`);
  await table(
    'cube',
    `SELECT month, department, category, ${summed} FROM ${sums} GROUP BY ALL ORDER BY month, department, category`,
  );
}

/** A word is common that more than one of so many payments are told with, and more than so few: all of them may as well be read. */
const [commonShare, fewest] = [12, 10];

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
