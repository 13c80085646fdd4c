import { ok, refuse } from '#platform/kernel';
import { createTestDatabase, type TestDatabase } from '#platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModuleSchema, Sql, Viewer } from './index.ts';

/** A council's own notes: nobody else's business. */
const notebook: ModuleSchema = {
  name: 'notebook',
  migrations: [
    {
      name: '0001-note',
      up: `
        CREATE TABLE notebook.note (
          id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          body_id text NOT NULL,
          words   text NOT NULL CONSTRAINT note_says_something CHECK (words <> '')
        );
        COMMENT ON TABLE notebook.note IS 'private: a council''s notes to itself';
        ALTER TABLE notebook.note ENABLE ROW LEVEL SECURITY;
        ALTER TABLE notebook.note FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_body ON notebook.note USING (body_id = nullif(current_setting('accord.body', true), ''));`,
    },
  ],
};
type Notebook = { 'notebook.note': { body_id: string; words: string } };

const swale = { bodyId: 'swale' };
const thanet = { bodyId: 'thanet' };

describe('private rows', () => {
  let made: TestDatabase;
  beforeAll(async () => {
    made = await createTestDatabase([notebook]);
    await made.asSuperuser(
      `INSERT INTO notebook.note (body_id, words) VALUES ('swale', 'S'), ('thanet', 'T')`,
    );
  });
  afterAll(() => made.drop());

  const words = async (sql: Sql) =>
    (await sql.tables<Notebook>().selectFrom('notebook.note').select('words').execute()).map(
      (row) => row.words,
    );
  const seenBy = (viewer: Viewer) => made.database.as(viewer, words);

  test('are seen by their own body and by no other', async () => {
    expect(await seenBy(swale)).toEqual(['S']);
    expect(await seenBy(thanet)).toEqual(['T']);
    expect(await seenBy({ bodyId: 'dover' })).toEqual([]);
    expect(await seenBy({ bodyId: '' })).toEqual([]);
    expect(await seenBy(undefined)).toEqual([]);
    expect(await seenBy({ purpose: 'sign-in' })).toEqual([]);
    expect(await words(made.database)).toEqual([]);
  });

  test('refusal rolls back', async () => {
    const outcome = await made.database.transaction(swale, {}, async (sql) => {
      await sql
        .tables<Notebook>()
        .insertInto('notebook.note')
        .values({ body_id: 'swale', words: 'x' })
        .execute();
      return refuse('changed-my-mind');
    });
    expect(outcome).toEqual(refuse('changed-my-mind'));
    expect(await seenBy(swale)).toEqual(['S']);
    expect(await made.database.transaction(swale, {}, async () => ok(1))).toEqual(ok(1));
  });
});
