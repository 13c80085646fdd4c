import { join } from 'node:path';
import { quoted } from '#platform/analytics';
import type { Writer } from './build-body.ts';
import { fewest, fewestOfAll, summed } from './build-body.ts';
import type { Choice } from '../../domain/suppliers/choices.ts';
import { linkSuppliers } from './link-suppliers.ts';
import { type AllView, fileOf, newestKept } from './view-paths.ts';

/**
 * Puts the views of all bodies together: suppliers across bodies, most money first, with a number of their own; where each stands
 * in the view of each body; their sums by month; the words of their names; departments and purposes under one number each;
 * and the sums of every body by month, department and purpose.
 */
export async function buildAll(
  writer: Writer,
  view: AllView,
  choices: readonly Choice[],
  into: string,
): Promise<void> {
  const { run, write } = writer;
  const { bodies } = view;
  const each = (name: string, columns = '*') =>
    bodies
      .map((body, at) => `SELECT ${at}::SMALLINT AS body, ${columns} FROM ${fileOf(body, name)}`)
      .join(' UNION ALL ');

  await run(
    `CREATE OR REPLACE TABLE local AS SELECT body, kind, id AS local, name, payments, pence FROM (${each('words')})`,
  );
  await run(`CREATE OR REPLACE TABLE word AS
    SELECT kind, row_number() OVER (PARTITION BY kind ORDER BY name)::INTEGER AS id, name, payments, pence, sole FROM (
      SELECT kind, name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence,
        CASE WHEN count(*) = 1 THEN any_value(body) END AS sole
      FROM local GROUP BY kind, name)`);
  const wordsOf = (kind: string) =>
    `(SELECT local.body, local.local, word.id FROM local JOIN word USING (kind, name) WHERE kind = '${kind}')`;
  /** Departments and purposes under one number each, of rows that have those of their bodies. */
  const withWords = (of: string) =>
    ['department', 'category']
      .map(
        (kind) =>
          `JOIN ${wordsOf(kind)} AS ${kind} ON ${kind}.body = ${of}.body AND ${kind}.local = ${of}.${kind}`,
      )
      .join(' ');
  await write('words', 'SELECT * FROM word ORDER BY kind, id');
  await write(
    'words-of-bodies',
    'SELECT local.kind, word.id, local.body, local.local, word.name, local.payments, local.pence FROM local JOIN word USING (kind, name) ORDER BY kind, id, local.body',
  );
  await write(
    'cube',
    `SELECT cube.body, cube.month, department.id AS department, category.id AS category, cube.pence, cube.payments
     FROM (${each('cube')}) AS cube ${withWords('cube')}
     ORDER BY cube.body, cube.month`,
    50_000,
  );
  for (const word of ['department', 'category'])
    await write(
      `cube-of-${word}`,
      `SELECT body, month, ${word}, ${summed} FROM read_parquet(${quoted(join(into, 'cube.parquet'))}) GROUP BY ALL ORDER BY body, month`,
    );
  await write(
    'months',
    `SELECT body, month, ${summed} FROM (${each('cube')}) GROUP BY ALL ORDER BY body, month`,
  );

  await run(
    `CREATE OR REPLACE TABLE telling AS
     SELECT dense_rank() OVER (ORDER BY told)::INTEGER AS id, body, local, told FROM (${each('tellings', 'id AS local, told')})`,
  );
  await write('tellings', 'SELECT * FROM telling ORDER BY id, body');
  const withTelling = (of: string) =>
    `JOIN telling ON telling.body = ${of}.body AND telling.local = ${of}.telling`;
  await write(
    'cube-of-telling',
    `SELECT telling.id AS telling, sums.body, sums.month, department.id AS department, category.id AS category, ${summed}
     FROM (${each('by-telling')}) AS sums ${withTelling('sums')} ${withWords('sums')}
     GROUP BY ALL ORDER BY telling, sums.body, sums.month`,
    20_000,
  );
  await write(
    'newest',
    `SELECT row_number() OVER (ORDER BY paid DESC NULLS LAST, body, place)::INTEGER AS nth, *
     FROM (SELECT * FROM (${each('newest', '* EXCLUDE (nth)')}) ORDER BY paid DESC NULLS LAST, body, place LIMIT ${newestKept})
     ORDER BY nth`,
    fewestOfAll,
  );

  await linkSuppliers(writer, view, choices);
  await run(`CREATE OR REPLACE TABLE payer AS
    SELECT payees.* REPLACE (coalesce(linked.supplier, payees.payee) AS payee), payees.payee AS own
    FROM (${each('payees')}) AS payees
    LEFT JOIN linked ON linked.body = payees.body AND linked.local = payees.rank`);
  await run(`CREATE OR REPLACE TABLE supplier AS
    SELECT row_number() OVER (ORDER BY most DESC, payee)::INTEGER AS rank, * FROM (
      SELECT payee, arg_max(name, payments) AS name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence,
        sum(most)::BIGINT AS most, min(first) AS first, max(last) AS last, count(DISTINCT body)::INTEGER AS bodies
      FROM payer GROUP BY payee)`);
  await write('suppliers', 'SELECT * FROM supplier ORDER BY rank', 20_000);
  // A supplier is found under the normal form of each of its names; where two share one, the one that was paid most.
  await write(
    'suppliers-by-name',
    `SELECT payee, min(rank)::INTEGER AS rank FROM (
       SELECT payee, rank FROM supplier
       UNION ALL SELECT payer.own, supplier.rank FROM payer JOIN supplier USING (payee)
         WHERE payer.own NOT IN (SELECT payee FROM supplier))
     GROUP BY payee ORDER BY payee`,
    20_000,
  );
  await write(
    'payers',
    `SELECT supplier.rank, payer.body, payer.rank AS local, payer.name, payer.payments, payer.pence, payer.first, payer.last
     FROM payer JOIN supplier USING (payee) ORDER BY supplier.rank, payer.body`,
    20_000,
  );
  await run(
    'CREATE OR REPLACE TABLE ranked AS SELECT payer.body, payer.rank AS local, supplier.rank FROM payer JOIN supplier USING (payee)',
  );
  await write('ranks', 'SELECT * FROM ranked ORDER BY body, local', 250_000);
  await write(
    'payments-by-supplier',
    `SELECT ranked.rank AS supplier_rank, payment.* REPLACE (department.id AS department, category.id AS category, telling.id AS telling)
     FROM (${each('payments')}) AS payment
     JOIN ranked ON ranked.body = payment.body AND ranked.local = payment.rank
     ${withTelling('payment')} ${withWords('payment')}
     ORDER BY supplier_rank, payment.paid DESC NULLS LAST, payment.body, payment.release, payment.part, payment.row`,
    fewest,
  );
  // Payees of one body that are one supplier: few, so that its sums need not be put together from those of all bodies.
  await write(
    'joined',
    `SELECT body, local, min(local) OVER (PARTITION BY body, rank)::INTEGER AS as_one FROM ranked
     QUALIFY count(*) OVER (PARTITION BY body, rank) > 1 ORDER BY body, local`,
  );
  const inAll = (name: string, columns: string) => `
    SELECT ranked.rank, ${columns} FROM (${each(name)}) AS sums JOIN ranked ON ranked.body = sums.body AND ranked.local = sums.rank`;
  await write(
    'by-supplier',
    `SELECT rank, month, ${summed} FROM (${inAll('by-payee', 'month, pence, payments')}) GROUP BY ALL ORDER BY rank, month`,
    20_000,
  );
  const bySupplier = `read_parquet(${quoted(join(into, 'by-supplier.parquet'))})`;
  await write('by-month', `SELECT * FROM ${bySupplier} ORDER BY month, pence DESC`);
  await write(
    'by-category',
    `SELECT word.id AS category, rank, ${summed}
     FROM (${inAll('by-category', 'sums.body, sums.category, pence, payments')}) AS sums
     JOIN ${wordsOf('category')} AS word
       ON word.body = sums.body AND word.local = sums.category
     GROUP BY ALL ORDER BY category, pence DESC`,
  );
  await write(
    'spellings',
    `SELECT supplier.rank, spelling.body, spelling.name, spelling.payments, spelling.pence
     FROM (${each('spellings')}) AS spelling JOIN payer ON payer.body = spelling.body AND payer.rank = spelling.rank
     JOIN supplier USING (payee) ORDER BY supplier.rank, spelling.payments DESC`,
    20_000,
  );
  await write(
    'tokens',
    `SELECT DISTINCT token, rank FROM (
       SELECT unnest(string_split_regex(lower(strip_accents(name || ' ' || payee)), '[^a-z0-9]+')) AS token, rank
       FROM (SELECT DISTINCT supplier.payee, supplier.rank, spelling.name
         FROM (${each('spellings')}) AS spelling JOIN payer ON payer.body = spelling.body AND payer.rank = spelling.rank
         JOIN supplier USING (payee)))
     WHERE token <> '' ORDER BY token, rank`,
    20_000,
  );
}
