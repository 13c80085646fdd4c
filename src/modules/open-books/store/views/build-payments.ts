import { type AllView, tableOf } from './view-paths.ts';
import type { TableWriter } from './writer.ts';

/**
 * The payments of all bodies in a few numbers each, three times: by supplier, by day and by the words they are told with. What is asked of
 * many bodies is then asked once; what a payment says stays in the view of its body, where `place`
 * leads. Takes `placed`, the supplier of each body’s payees.
 */
export async function buildPayments(
  { run, ask, table, made }: TableWriter,
  { bodies }: AllView,
): Promise<void> {
  // What payments are told with has a number in each body: here those of one body follow those of another.
  const counts = bodies.map(
    (body, at) => `SELECT ${at} AS body, max(telling)::INTEGER AS most FROM ${tableOf(body, 'payment')}`,
  );
  const most = await ask<{ body: number; most: number }>(counts.join(' UNION ALL '));
  const before = (at: number) => most.reduce((sum, each) => (each.body < at ? sum + each.most + 1 : sum), 0);
  const each = (name: string, columns: string) =>
    bodies
      .map(
        (body, at) =>
          `SELECT ${at}::SMALLINT AS body, ${columns.replace('telling', `(telling + ${before(at)})::INTEGER AS telling`)} FROM ${tableOf(body, name)}`,
      )
      .join(' UNION ALL ');

  await run(`CREATE OR REPLACE TABLE told AS
    SELECT token, row_number() OVER (ORDER BY token)::INTEGER AS id,
      CASE WHEN nth <= ${mostMarks} THEN 1::BIGINT << (nth - 1) END AS mark
    FROM (SELECT token, row_number() OVER (ORDER BY bool_and(is_everywhere), sum(payments) DESC, token) AS nth
      FROM (${each('token', 'token, payments, is_everywhere')}) GROUP BY token)`);
  await table(
    'told_token',
    `SELECT told.token, told.id, told.mark, own.body, own.id AS local, own.payments, own.is_rare, own.is_everywhere
     FROM (${each('token', '*')}) AS own JOIN told USING (token) ORDER BY told.id, own.body`,
  );
  await table(
    'posting',
    `SELECT told.id AS token, told.is_rare, told.mark, own.telling,
       coalesce(lag(told.id) OVER (PARTITION BY own.telling ORDER BY told.id), 0)::INTEGER AS before
     FROM (${each('posting', 'token AS local, telling')}) AS own
     JOIN ${made('told_token')} AS told ON told.body = own.body AND told.local = own.local ORDER BY told.id, own.telling`,
  );
  await run(`CREATE OR REPLACE TABLE marked AS
    SELECT telling, bit_or(mark) AS marks FROM ${made('posting')} WHERE mark IS NOT NULL GROUP BY telling`);

  await table(
    'payment_by_supplier',
    `SELECT placed.rank, own.body, own.place, own.release, own.paid, own.month, department.id AS department, category.id AS category,
       own.telling, coalesce(marked.marks, 0) AS marks, own.pence
     FROM (${each('payment', 'rank AS local, place, release, paid, month, department, category, telling, pence')}) AS own
     JOIN placed ON placed.body = own.body AND placed.local = own.local
     JOIN ${made('word_of_body')} AS department ON department.kind = 'department' AND department.body = own.body AND department.local = own.department
     JOIN ${made('word_of_body')} AS category ON category.kind = 'category' AND category.body = own.body AND category.local = own.category
     LEFT JOIN marked ON marked.telling = own.telling
     ORDER BY placed.rank, own.body, own.place`,
  );
  await run('DROP TABLE marked');
  const payments = made('payment_by_supplier');
  await table(
    'payment_by_day',
    `SELECT paid, body, place, release, month, department, category, rank, pence FROM ${payments} ORDER BY paid DESC NULLS LAST, body, place`,
  );
  // But for words that are in so many texts of a body that all of its payments may as well be read.
  await table(
    'payment_by_word',
    `SELECT rare.token, rare.before, own.body, own.place, own.release, own.paid, own.month, own.rank, own.department, own.category,
       own.telling, own.marks, own.pence
     FROM ${payments} AS own JOIN (SELECT token, telling, before FROM ${made('posting')} WHERE is_rare) AS rare USING (telling)
     ORDER BY rare.token, own.body, own.place`,
  );
}

/** So many words, those of most payments, have a bit of their own in a number that is never below nought. */
const mostMarks = 62;
