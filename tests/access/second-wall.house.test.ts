import { tableFaults } from '#platform/db';
import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCarriedOnSite } from '../support/carry-on.ts';
import { draftRecord, publishRecord, wholeRecord } from '../support/record-decision.ts';
import { actingIn } from '../support/visitor.ts';
import { programOf } from './accounts.ts';

/**
 * The database as somebody meets it who has got past every check of the application and can put any SQL to it as the
 * role the application works as.
 */
const site = useCarriedOnSite();
let tables: readonly { name: string; body: string | undefined; columns: readonly string[] }[];

beforeAll(async () => {
  await programOf(site(), 'leader@maidstone.example', 'maidstone.leader');
  const clerk = await actingIn(site().address, 'maidstone.democratic-services-officer');
  await publishRecord(clerk, await draftRecord(clerk, 'maidstone', wholeRecord));
  // A figure of Maidstone’s that was published is suppressed, so that there is one withdrawn.
  await site().test.asSuperuser(`
    INSERT INTO agreements.reading (series_id, area_id, period_from, period_to, revision, status, note, source, body_id,
      batch_id, entered_by, approved_by, published_at)
    SELECT series_id, area_id, period_from, period_to, revision + 1, 'suppressed', '', source, body_id, batch_id,
      entered_by, approved_by, now()
    FROM agreements.reading WHERE body_id = 'maidstone' AND value IS NOT NULL
    ORDER BY period_to DESC, revision DESC LIMIT 1`);
  const found = await site().test.asOwner(`
    SELECT format('%I.%I', nspname, relname) AS name,
      array_agg(attname::text ORDER BY attnum) AS columns
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
    WHERE relkind IN ('r', 'p') AND obj_description(pg_class.oid, 'pg_class') LIKE 'private:%'
    GROUP BY nspname, relname ORDER BY 1`);
  tables = found.map(({ name, columns }) => ({
    name: String(name),
    columns: columns as string[],
    body: (columns as string[]).includes('body_id') ? 'body_id' : undefined,
  }));
});

const openPapers = `SELECT id FROM governance.paper WHERE published_at IS NOT NULL AND access = 'open'`;
/** What of a private table anyone may read, because it was published: said here again, apart from the policies. */
const publicly: Readonly<Record<string, string>> = {
  'governance.attachment': 'paper_id IN (SELECT id FROM governance.paper WHERE published_at IS NOT NULL)',
  'governance.paper_content': `paper_id IN (${openPapers})`,
  'governance.paper_file': `sha256 IN (SELECT sha256 FROM governance.paper_content WHERE paper_id IN (${openPapers}))`,
};
/** A row that says since when it is public is public. */
const publicRows = (name: string, columns: readonly string[]): string =>
  publicly[name] ??
  columns
    .filter((column) => /^(?:public|published)_at$/.test(column))
    .map((column) => `${column} IS NOT NULL`)[0] ??
  'false';

/** One statement, or several, as the application's role; everything is rolled back. */
async function asApp(viewer: 'nobody' | 'swale' | 'maidstone', statement: string): Promise<Outcome> {
  const client = new Client({ connectionString: site().test.appUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    if (viewer !== 'nobody') await client.query(`SET LOCAL accord.body = '${viewer}'`);
    const { rowCount, rows } = await client.query<Record<string, unknown>>(statement);
    return { count: rowCount ?? 0, rows, refused: undefined };
  } catch (error) {
    const {
      code = '',
      message = '',
      detail = '',
    } = error as { code?: string; message?: string; detail?: string };
    return { count: 0, rows: [], refused: { code, says: `${message} ${detail}` } };
  } finally {
    await client.end();
  }
}
type Outcome = Readonly<{
  count: number;
  rows: readonly Record<string, unknown>[];
  refused: Readonly<{ code: string; says: string }> | undefined;
}>;
const notPermitted = '42501';

describe('every table that is declared private', () => {
  test('is known, and has rows that could be seen', async () => {
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'drafts.draft',
        'identity.account',
        'record.private_entry',
        'record.submission',
        'register.draft',
      ]),
    );
    // Tries to sign in are counted only once somebody tries.
    for (const { name } of tables.filter((table) => table.name !== 'identity.sign_in_attempt')) {
      const [row] = await site().test.asSuperuser(`SELECT count(*)::int AS rows FROM ${name}`);
      expect(Number(row?.['rows']), name).toBeGreaterThan(0);
    }
  });

  test('shows nobody a row, and another body none of Maidstone’s', async () => {
    for (const { name, body, columns } of tables) {
      const hidden = `NOT (${publicRows(name, columns)})`;
      expect((await asApp('nobody', `SELECT * FROM ${name} WHERE ${hidden}`)).rows, name).toEqual([]);
      const foreign = body === undefined ? '' : `AND ${body} <> 'swale'`;
      expect((await asApp('swale', `SELECT * FROM ${name} WHERE ${hidden} ${foreign}`)).rows, name).toEqual(
        [],
      );
    }
    // There was something to see: a draft and an exempt paper beside the open one.
    const papers = await site().test.asSuperuser(
      `SELECT FROM governance.paper_file WHERE NOT (${publicly['governance.paper_file']})`,
    );
    expect(papers).toHaveLength(2);
    // The wall lets through what it should: it is no wall of stone.
    expect((await asApp('maidstone', 'SELECT * FROM register.draft')).count).toBeGreaterThan(0);
  });

  test('lets another body change, move, lock or delete no row', async () => {
    for (const { name, body = 'created_at', columns } of tables) {
      const others = columns.includes('body_id') ? `WHERE body_id <> 'swale'` : '';
      for (const statement of [
        `UPDATE ${name} SET ${columns[0]} = ${columns[0]} ${others}`,
        `UPDATE ${name} SET ${body} = ${body} ${others}`,
        `DELETE FROM ${name} ${others}`,
        `SELECT * FROM ${name} ${others} FOR UPDATE`,
        `SELECT * FROM ${name} ${others} FOR SHARE`,
      ]) {
        const { count, refused } = await asApp('swale', statement);
        expect([
          statement,
          count,
          refused === undefined || refused.code === notPermitted || refused.code === '42703',
        ]).toEqual([statement, 0, true]);
      }
    }
  });

  test('lets nobody give a row of theirs to another body, or write one in its name', async () => {
    const forged = [
      "INSERT INTO register.draft VALUES ('maidstone', 'details', 1, '{}', 0, 'nobody', now())",
      "INSERT INTO record.submission VALUES ('maidstone', 'k', 'o', 'a', 'f', null, now())",
      "INSERT INTO record.private_entry SELECT seq, 'maidstone', 's', 'p' FROM record.entry ORDER BY seq LIMIT 1",
      "INSERT INTO mail.letter VALUES (gen_random_uuid(), 'x@x.example', 's', 't', 'h', null, now(), 0, now())",
      "INSERT INTO follow.following VALUES (gen_random_uuid(), 'x@x.example', 'bodies', 'swale', 'daily', 0, now())",
      "INSERT INTO agreements.response VALUES ('x', 'have-your-say-walking-and-cycling-in-mid-kent', 'maidstone', 99, 'resident', null, null, 'online', null, null, 'k', null, 'h', now())",
      "INSERT INTO agreements.response_answer SELECT id, 'maidstone', 9, null, 'x' FROM agreements.consultation",
      "INSERT INTO agreements.unsent_response VALUES ('h', 'have-your-say-walking-and-cycling-in-mid-kent', 'maidstone', '{}', now(), now())",
      "INSERT INTO agreements.consultation_secret VALUES ('have-your-say-walking-and-cycling-in-mid-kent', 'maidstone', 's')",
      "INSERT INTO open_books.import VALUES ('x', 'maidstone', DEFAULT, 'spending', 'form', 'o', 'o', null, now())",
      "INSERT INTO open_books.supplier_choice VALUES ('x', DEFAULT, 'maidstone', 'apart', 'a', 'A', null, 'b', 'B', null, 'r', 'o', now())",
      "INSERT INTO open_books.mapping VALUES ('maidstone', 'h', 9, '{}', 'o', now())",
      "INSERT INTO identity.account VALUES (gen_random_uuid(), 'maidstone', 'x@x.example', 'h', now(), null)",
    ];
    for (const statement of forged)
      expect((await asApp('swale', statement)).refused?.code, statement).toBe(notPermitted);
    const own = "INSERT INTO register.draft VALUES ('swale', 'details', 1, '{}', 0, 'nobody', now());";
    const moved = await asApp('swale', `${own} UPDATE register.draft SET body_id = 'maidstone'`);
    expect(moved.refused?.code).toBe(notPermitted);
  });

  test('tells by no error what is in it', async () => {
    const [entry] = await site().test.asSuperuser('SELECT seq, payload FROM record.private_entry LIMIT 1');
    const clash = await asApp(
      'swale',
      `INSERT INTO record.private_entry VALUES (${String(entry?.['seq'])}, 'swale', 's', 'p')`,
    );
    expect(clash.refused?.says).not.toContain(String(entry?.['payload']).slice(0, 20));
    const spying = `
      CREATE OR REPLACE FUNCTION pg_temp.spy(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001
        AS $$ BEGIN RAISE EXCEPTION 'seen %', $1; END $$;
      SELECT * FROM register.draft WHERE pg_temp.spy(answers::text)`;
    expect((await asApp('swale', spying)).refused?.says ?? '').not.toContain('seen');
    const divided =
      'SELECT * FROM register.draft WHERE 1 / (length(answers::text) - length(answers::text)) = 1';
    expect((await asApp('swale', divided)).refused).toBeUndefined();
  });
});

describe('a public table whose rows are each a body’s own', () => {
  const own: readonly (readonly [table: string, column: string])[] = [
    ['agreements.agreement', 'body_id'],
    ['agreements.target_version', 'by_body'],
    ['agreements.target_answer', 'body_id'],
    ['agreements.series_owner', 'body_id'],
    ['agreements.reading', 'body_id'],
    ['agreements.story', 'body_id'],
    ['agreements.report', 'body_id'],
    ['agreements.action_fact', 'by_body'],
    ['agreements.commitment_fact', 'body_id'],
    ['agreements.consultation', 'body_id'],
    ['agreements.comparison_area', 'body_id'],
    ['open_books.release', 'body_id'],
    ['open_books.release_withdrawal', 'body_id'],
    ['open_books.supplier_choice', 'body_id'],
  ];

  test('is known, and nothing lets anybody round it', async () => {
    const found = await site().test.asOwner(
      `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polname = 'everybody_reads' ORDER BY 1`,
    );
    expect(found.map(({ name }) => name)).toEqual(own.map(([table]) => table).toSorted());
    expect(await tableFaults(site().test.database, ['agreements.withdraw_suppressed'])).toEqual([]);
  });

  test.each(own)('%s takes no row in the name of another body, and changes none', async (table, column) => {
    const [rows] = await site().test.asSuperuser(
      `SELECT count(*)::int AS rows FROM ${table} WHERE ${column} <> 'swale'`,
    );
    const isEmpty = rows?.['rows'] === 0;
    const forged = await asApp(
      'swale',
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${table} WHERE ${column} <> 'swale' LIMIT 1`,
    );
    expect([table, forged.refused?.code]).toEqual([table, isEmpty ? undefined : notPermitted]);
    for (const statement of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`])
      expect((await asApp('swale', statement)).refused?.code, statement).toBe(notPermitted);
    expect((await asApp('nobody', `SELECT * FROM ${table}`)).refused).toBeUndefined();
  });

  test('lets no body lay down another’s duty to bring readings, and each its own', async () => {
    const layDown = "UPDATE agreements.series_owner SET until_day = '2099-01-01' WHERE body_id = 'maidstone'";
    expect((await asApp('swale', layDown)).count).toBe(0);
    expect((await asApp('maidstone', layDown)).count).toBeGreaterThan(0);
  });
});

describe('the role the application works as', () => {
  test.each([
    'ALTER TABLE register.draft DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE register.draft NO FORCE ROW LEVEL SECURITY',
    'DROP POLICY own_body ON register.draft',
    'CREATE POLICY all_rows ON register.draft USING (true)',
    'ALTER ROLE accord_app BYPASSRLS',
    "UPDATE record.entry SET summary = ''",
    'DELETE FROM record.entry',
    'TRUNCATE record.entry',
    "UPDATE record.node SET hash = ''",
    'DELETE FROM record.checkpoint',
    'DELETE FROM record.head',
    'INSERT INTO record.head (single, size, root, frontier) VALUES (true, 0, $$$$, $${}$$)',
    "UPDATE register.rule_version SET value = '1'",
    'DELETE FROM register.rule_version',
    "UPDATE register.body SET id = 'x'",
    "UPDATE platform.migration SET checksum = ''",
    'SELECT * FROM pg_authid',
    'SELECT * FROM pg_catalog.pg_shadow',
    'CREATE TABLE register.mine (x int)',
    'CREATE TABLE public.mine (x int)',
    'CREATE SCHEMA mine',
    'CREATE FUNCTION register.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE TRIGGER mine BEFORE INSERT ON record.entry EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    "COPY record.entry TO '/tmp/mine'",
    "COPY record.entry TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/passwd')",
    'SET ROLE postgres',
    "SET session_replication_role = 'replica'",
    'CREATE EXTENSION dblink',
  ])('may not %s', async (statement) => {
    const { refused } = await asApp('maidstone', statement);
    expect([statement, refused?.code]).toEqual([statement, expect.stringMatching(/^42501$|^22023$|^0LP01$/)]);
  });

  test('may not turn row-level security off for itself: it is refused, not ignored', async () => {
    const { refused } = await asApp('swale', 'SET LOCAL row_security = off; SELECT * FROM register.draft');
    expect(refused?.code).toBe(notPermitted);
  });
});
