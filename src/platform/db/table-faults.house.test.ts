import { testDatabase } from '#platform/testing';
import { expect, test } from 'vitest';
import { type ModuleSchema, ownWrites, privateTable, tableFaults, withClient } from './index.ts';

const village: ModuleSchema = {
  name: 'village',
  migrations: [
    {
      name: '0001-sound',
      up: `
        CREATE TABLE village.green (name text);
        COMMENT ON TABLE village.green IS 'public: greens';
        CREATE TABLE village.notice (body_id text);
        COMMENT ON TABLE village.notice IS 'public: notices';
        ${ownWrites('village.notice')}
        CREATE TABLE village.draft (body_id text, words text);
        ${privateTable('village.draft', 'unsent drafts')}
        CREATE VIEW village.draft_words WITH (security_invoker = true) AS SELECT words FROM village.draft;`,
    },
  ],
};

test('a sound schema has no faults', async () => {
  const { database } = await testDatabase([village]);
  expect(await tableFaults(database)).toEqual([]);
});

/** Each fault, planted, with the one sentence that has to be said about it. */
const planted: readonly (readonly [plant: string, says: string])[] = [
  [
    'CREATE TABLE village.pond (id int)',
    'The table village.pond does not say whether it is public or private',
  ],
  [
    `COMMENT ON TABLE village.green IS 'publicly known greens'`,
    'The table village.green does not say whether',
  ],
  ['ALTER TABLE village.draft DISABLE ROW LEVEL SECURITY', 'village.draft lacks ENABLE ROW LEVEL SECURITY'],
  ['ALTER TABLE village.draft NO FORCE ROW LEVEL SECURITY', 'village.draft lacks FORCE ROW LEVEL SECURITY'],
  ['DROP POLICY own_body ON village.draft', 'village.draft has no policy'],
  [
    'CREATE POLICY all_see ON village.draft FOR SELECT USING (true)',
    'The policy all_see of village.draft asks for',
  ],
  [
    'CREATE POLICY all_write ON village.draft FOR INSERT WITH CHECK (words IS NOT NULL)',
    'The policy all_write of village.draft asks for',
  ],
  [
    'ALTER TABLE village.green ENABLE ROW LEVEL SECURITY',
    'village.green is declared public, yet has row-level',
  ],
  [
    'ALTER TABLE village.notice NO FORCE ROW LEVEL SECURITY',
    'village.notice has policies that are not forced',
  ],
  [
    'DROP POLICY own_body_adds ON village.notice; CREATE POLICY anybody_adds ON village.notice FOR INSERT WITH CHECK (true)',
    'The policy anybody_adds of village.notice asks for',
  ],
  [
    'ALTER VIEW village.draft_words RESET (security_invoker)',
    `The view village.draft_words reads with its owner's`,
  ],
  [
    'CREATE MATERIALIZED VIEW village.kept AS SELECT * FROM village.draft',
    'The materialised view village.kept',
  ],
  [
    `CREATE FUNCTION village.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM village.draft'`,
    `The function village.peek runs with its owner's rights`,
  ],
  [
    'GRANT CREATE ON SCHEMA village TO accord_app',
    'The role accord_app may create tables in the schema village',
  ],
  ['ALTER TABLE village.green OWNER TO accord_app', 'The role accord_app owns a table'],
];

test('everybody reads a table of own writes, and a body writes none but its own rows', async () => {
  const { appUrl, asOwner } = await testDatabase([village]);
  await asOwner('GRANT UPDATE, DELETE ON village.notice TO accord_app');
  const as = async (body: string, statement: string) =>
    withClient(appUrl, async (client) => {
      await client.query(`SELECT set_config('accord.body', '${body}', false)`);
      return client.query(statement).then(
        ({ rowCount }) => rowCount ?? 0,
        (error: unknown) => (error as Readonly<{ code?: string }>).code,
      );
    });
  expect(await as('swale', "INSERT INTO village.notice VALUES ('swale')")).toBe(1);
  expect(await as('swale', "INSERT INTO village.notice VALUES ('dover')")).toBe('42501');
  expect(await as('', "INSERT INTO village.notice VALUES ('dover')")).toBe(1);
  expect(await as('swale', 'SELECT FROM village.notice')).toBe(2);
  expect(await as('swale', "UPDATE village.notice SET body_id = 'dover'")).toBe('42501');
  expect(await as('swale', "UPDATE village.notice SET body_id = body_id WHERE body_id = 'dover'")).toBe(0);
  expect(await as('swale', 'DELETE FROM village.notice')).toBe(1);
});

test.each(planted)('%s', async (plant, says) => {
  const { database, asSuperuser } = await testDatabase([village]);
  await asSuperuser(plant);
  expect(await tableFaults(database)).toEqual([expect.stringContaining(says)]);
});

test('a reviewed function may run with the rights of its owner', async () => {
  const { database, asOwner } = await testDatabase([village]);
  await asOwner(`CREATE FUNCTION village.ok() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`);
  expect(await tableFaults(database, ['village.ok'])).toEqual([]);
});
