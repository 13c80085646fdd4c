import type { Choice } from '../../domain/suppliers/choice.ts';
import { summed } from './build-body.ts';
import { buildPayments } from './build-payments.ts';
import { linkSuppliers } from './link-suppliers.ts';
import { type AllView, bestKept, firstOfMonth, tableOf } from './view-paths.ts';
import type { TableWriter } from './writer.ts';

/**
 * Puts the views of all bodies together: suppliers across bodies, most money first, with a number of their own; where each stands
 * in the view of each body; their sums by month; the words of their names; departments and purposes under one number each;
 * the sums of every body by month, department and purpose; and the payments of all bodies in a few numbers each. What a payment says
 * stays where it is, so that a publication of one body puts none of another’s in order anew. Hands back why suppliers were not found, if
 * they were not.
 */
export async function buildAll(
  writer: TableWriter,
  view: AllView,
  choices: readonly Choice[],
): Promise<Error | undefined> {
  const { run, table, made, written } = writer;
  const { bodies } = view;
  const each = (name: string, columns = '*') =>
    bodies
      .map((body, at) => `SELECT ${at}::SMALLINT AS body, ${columns} FROM ${tableOf(body, name)}`)
      .join(' UNION ALL ');

  await run(
    `CREATE OR REPLACE TABLE local AS SELECT body, kind, id AS local, normal, name, payments, pence FROM (${each('word')})`,
  );
  await table(
    'word',
    `SELECT kind, row_number() OVER (PARTITION BY kind ORDER BY normal)::INTEGER AS id, * EXCLUDE (kind) FROM (
      SELECT kind, normal, arg_max(name, payments) AS name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence
      FROM local GROUP BY kind, normal) ORDER BY kind, id`,
  );
  await table(
    'word_of_body',
    `SELECT local.kind, word.id, local.body, local.local, local.normal, local.name, local.payments, local.pence
     FROM local JOIN ${made('word')} AS word USING (kind, normal) ORDER BY kind, id, local.body`,
  );
  const wordsOf = (kind: string) =>
    `(SELECT body, local, id FROM ${made('word_of_body')} WHERE kind = '${kind}')`;
  await table(
    'cube',
    `SELECT cube.body, cube.month, department.id AS department, category.id AS category, cube.pence, cube.payments
     FROM (${each('cube')}) AS cube
     JOIN ${wordsOf('department')} AS department ON department.body = cube.body AND department.local = cube.department
     JOIN ${wordsOf('category')} AS category ON category.body = cube.body AND category.local = cube.category
     ORDER BY cube.body, cube.month`,
  );
  for (const word of ['department', 'category'])
    await table(
      `cube_of_${word}`,
      `SELECT body, month, ${word}, ${summed} FROM ${made('cube')} GROUP BY ALL ORDER BY body, month`,
    );
  await table(
    'months',
    `SELECT body, month, ${summed} FROM ${made('cube')} GROUP BY ALL ORDER BY body, month`,
  );

  const fault = await linkSuppliers(writer, view, choices);
  await run(`CREATE OR REPLACE TABLE payer AS
    SELECT payees.* REPLACE (coalesce(linked.supplier, payees.payee) AS payee), payees.payee AS own
    FROM (${each('payee')}) AS payees
    LEFT JOIN linked ON linked.body = payees.body AND linked.local = payees.rank`);
  await table(
    'supplier',
    `SELECT row_number() OVER (ORDER BY most DESC, payee)::INTEGER AS rank, * FROM (
      SELECT payee, arg_max(name, payments) AS name, sum(payments)::BIGINT AS payments, sum(pence)::BIGINT AS pence,
        sum(most)::BIGINT AS most, min(first) AS first, max(last) AS last, count(DISTINCT body)::INTEGER AS bodies
      FROM payer GROUP BY payee) ORDER BY rank`,
    ['payee', 'name'],
  );
  await run(`CREATE OR REPLACE TABLE placed AS
    SELECT supplier.rank, payer.body, payer.rank AS local, payer.own
    FROM payer JOIN ${made('supplier')} AS supplier USING (payee)`);
  await run('DROP TABLE payer');
  // A supplier is found under the normal form of each of its names; where two share one, the one that was paid most.
  await table(
    'supplier_by_name',
    `SELECT payee, min(rank)::INTEGER AS rank FROM (
       SELECT payee, rank FROM ${made('supplier')}
       UNION ALL SELECT own, rank FROM placed WHERE own NOT IN (SELECT payee FROM ${made('supplier')}))
     GROUP BY payee ORDER BY payee`,
    ['payee'],
  );
  // Why names are one supplier’s, supplier by supplier.
  await table(
    'evidence',
    `SELECT one.rank, evidence.* FROM ${written('links')} AS evidence
     JOIN ${made('supplier_by_name')} AS one ON one.payee = evidence.one
     JOIN ${made('supplier_by_name')} AS other ON other.payee = evidence.other
     WHERE one.rank = other.rank ORDER BY one.rank, evidence.place`,
  );
  await table('payer', 'SELECT rank, body, local FROM placed ORDER BY rank, body, local');
  // Payees of one body that are one supplier: few, so that its sums need not be put together from those of all bodies.
  await table(
    'joined',
    `SELECT body, local, min(local) OVER (PARTITION BY body, rank)::INTEGER AS as_one FROM placed
     QUALIFY count(*) OVER (PARTITION BY body, rank) > 1 ORDER BY body, local`,
  );
  const inAll = (name: string, columns: string, condition = '') => `
    SELECT placed.rank, ${columns} FROM (${each(name)}) AS sums JOIN placed ON placed.body = sums.body AND placed.local = sums.rank ${condition}`;
  await table(
    'by_supplier',
    `SELECT rank, month, ${summed} FROM (${inAll('by_payee', 'month, pence, payments', `WHERE placed.rank <= ${bestKept}`)}) GROUP BY ALL ORDER BY rank, month`,
  );
  await table(
    'first_of_month',
    `SELECT month, rank, pence, payments FROM (
       SELECT month, rank, ${summed} FROM (${inAll('by_payee', 'month, pence, payments')}) GROUP BY month, rank)
     QUALIFY row_number() OVER (PARTITION BY month ORDER BY pence DESC, rank) <= ${firstOfMonth} ORDER BY month, pence DESC, rank`,
  );
  await table(
    'by_category',
    `SELECT word.id AS category, rank, ${summed}
     FROM (${inAll('by_category', 'sums.body, sums.category, pence, payments')}) AS sums
     JOIN ${wordsOf('category')} AS word
       ON word.body = sums.body AND word.local = sums.category
     GROUP BY ALL ORDER BY category, pence DESC`,
  );
  await table(
    'token',
    `SELECT DISTINCT token, rank FROM (
       SELECT unnest(string_split_regex(lower(strip_accents(said)), '[^a-z0-9]+')) AS token, rank
       FROM (SELECT placed.rank, spelling.name || ' ' || supplier.payee AS said
         FROM (${each('spelling', 'rank, name')}) AS spelling
         JOIN placed ON placed.body = spelling.body AND placed.local = spelling.rank
         JOIN ${made('supplier')} AS supplier ON supplier.rank = placed.rank GROUP BY ALL))
     WHERE token <> '' ORDER BY token, rank`,
  );
  await table(
    'spelling',
    `SELECT placed.rank, spelling.body, spelling.name, spelling.payments, spelling.pence, spelling.first, spelling.last
     FROM (${each('spelling', 'rank AS local, * EXCLUDE (rank)')}) AS spelling JOIN placed USING (body, local) ORDER BY placed.rank`,
    ['name'],
  );
  await buildPayments(writer, view);
  await run('DROP TABLE placed');
  return fault;
}
