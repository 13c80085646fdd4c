import { ok } from '#platform/kernel';
import { createTestDatabase, type TestDatabase } from '#platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type ModuleSchema, privateTable, type Sql, type Viewer } from './index.ts';

/** Councils' notes to themselves, and the accounts that are looked up while somebody signs in. */
const notebook: ModuleSchema = {
  name: 'notebook',
  migrations: [
    {
      name: '0001-note',
      up: `
        CREATE TABLE notebook.note (body_id text NOT NULL, words text NOT NULL);
        ${privateTable('notebook.note', "a council's notes to itself")}
        GRANT UPDATE, DELETE ON notebook.note TO accord_app;
        CREATE TABLE notebook.account (email text NOT NULL);
        COMMENT ON TABLE notebook.account IS 'private: who may sign in';
        ALTER TABLE notebook.account ENABLE ROW LEVEL SECURITY;
        ALTER TABLE notebook.account FORCE ROW LEVEL SECURITY;
        CREATE POLICY sign_in ON notebook.account USING (current_setting('accord.purpose', true) = 'sign-in');`,
    },
  ],
};
type Notebook = {
  'notebook.note': { body_id: string; words: string };
  'notebook.account': { email: string };
};

const swale = { bodyId: 'swale' };
const thanet = { bodyId: 'thanet' };

describe('private rows', () => {
  let made: TestDatabase;
  beforeAll(async () => {
    made = await createTestDatabase([notebook]);
    await made.asSuperuser(`INSERT INTO notebook.note VALUES ('swale', 'of Swale'), ('thanet', 'of Thanet')`);
    await made.asSuperuser(`INSERT INTO notebook.account VALUES ('monitoring.officer@swale.example')`);
  });
  afterAll(() => made.drop());

  const notes = async (sql: Sql) =>
    (await sql.tables<Notebook>().selectFrom('notebook.note').select('words').execute()).map(
      ({ words }) => words,
    );
  const accounts = async (sql: Sql) =>
    (await sql.tables<Notebook>().selectFrom('notebook.account').selectAll().execute()).length;
  const seenBy = (viewer: Viewer) => made.database.as(viewer, notes);

  test('are seen by their own body and by nobody else', async () => {
    expect(await seenBy(swale)).toEqual(['of Swale']);
    expect(await seenBy(thanet)).toEqual(['of Thanet']);
    expect(await seenBy({ bodyId: 'dover' })).toEqual([]);
    expect(await seenBy({ bodyId: '' })).toEqual([]);
    expect(await seenBy({ bodyId: "' OR true --" })).toEqual([]);
    expect(await seenBy(undefined)).toEqual([]);
    expect(await notes(made.database)).toEqual([]);
  });

  test('cannot be written, changed or deleted for another body', async () => {
    const write = made.database.transaction(swale, {}, async (sql) => {
      await sql
        .tables<Notebook>()
        .insertInto('notebook.note')
        .values({ body_id: 'thanet', words: 'x' })
        .execute();
      return ok();
    });
    await expect(write).rejects.toThrow('row-level security');

    const changed = await made.database.transaction(swale, {}, async (sql) => {
      const tables = sql.tables<Notebook>();
      const others = (query: 'update' | 'delete') =>
        query === 'update'
          ? tables
              .updateTable('notebook.note')
              .set({ words: 'x' })
              .where('body_id', '=', 'thanet')
              .executeTakeFirst()
          : tables.deleteFrom('notebook.note').where('body_id', '=', 'thanet').executeTakeFirst();
      const update = await others('update');
      const deletion = await others('delete');
      return ok([update, deletion].map((answer) => Object.values(answer)[0] as bigint));
    });
    expect(changed).toEqual(ok([0n, 0n]));
    expect(await seenBy(thanet)).toEqual(['of Thanet']);
  });

  test('bind the owner of the tables as well', async () => {
    expect(await made.asOwner('SELECT * FROM notebook.note')).toEqual([]);
  });

  test('of the platform are seen for the purpose they serve, and a body does not see them', async () => {
    expect(await made.database.as({ purpose: 'sign-in' }, accounts)).toBe(1);
    expect(await made.database.as({ purpose: 'sign-in' }, notes)).toEqual([]);
    expect(await made.database.as(swale, accounts)).toBe(0);
    expect(await accounts(made.database)).toBe(0);
  });

  test('do not leak to the next user of a connection', async () => {
    const one = connect({ url: made.appUrl, connections: 1 });
    expect(await one.as(swale, notes)).toEqual(['of Swale']);
    expect(await notes(one)).toEqual([]);
    await one.transaction(thanet, {}, async () => ok()).then(() => undefined);
    expect(await notes(one)).toEqual([]);
    await one.as(thanet, () => Promise.reject(new Error('a bug'))).catch(() => undefined);
    expect(await notes(one)).toEqual([]);
    expect(await one.as({ purpose: 'sign-in' }, accounts)).toBe(1);
    expect(await one.as(swale, accounts)).toBe(0);
    await one.close();
  });
});

test('reading is one snapshot, and writes nothing', async () => {
  const made = await createTestDatabase([notebook]);
  const write = made.database.as(swale, (sql) =>
    sql.tables<Notebook>().insertInto('notebook.note').values({ body_id: 'swale', words: 'x' }).execute(),
  );
  await expect(write).rejects.toThrow('read-only transaction');

  const count = async (sql: Sql) =>
    (await sql.tables<Notebook>().selectFrom('notebook.note').selectAll().execute()).length;
  const seen = await made.database.as(swale, async (sql) => {
    const before = await count(sql);
    await made.asSuperuser(`INSERT INTO notebook.note VALUES ('swale', 'meanwhile')`);
    return [before, await count(sql)];
  });
  expect(seen).toEqual([0, 0]);
  expect(await made.database.as(swale, count)).toBe(1);
  await made.drop();
});
