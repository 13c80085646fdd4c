import { ok, refuse } from '#platform/kernel';
import { testDatabase } from '#platform/testing';
import { sql as raw } from 'kysely';
import { expect, test } from 'vitest';
import {
  ConstraintViolated,
  type Database,
  DatabaseUnavailable,
  type ModuleSchema,
  onConstraint,
  type Sql,
  TooBusy,
  type TransactionOptions,
} from './index.ts';

/** Grants that two members may each approve from one budget of 1,000 pounds. */
const grants: ModuleSchema = {
  name: 'grants',
  migrations: [
    {
      name: '0001-grant',
      up: `
        CREATE TABLE grants.approved (
          reference text CONSTRAINT one_grant_a_reference PRIMARY KEY,
          pence     bigint NOT NULL CONSTRAINT grant_is_positive CHECK (pence > 0),
          follows   text CONSTRAINT follows_a_grant REFERENCES grants.approved DEFERRABLE INITIALLY DEFERRED
        );
        COMMENT ON TABLE grants.approved IS 'public: grants approved';`,
    },
  ],
};
type Grants = { 'grants.approved': { reference: string; pence: bigint; follows: string | null } };

const budgetPence = 100_000n;

const approve = (sql: Sql, reference: string, pence: bigint, follows: string | null = null) =>
  sql.tables<Grants>().insertInto('grants.approved').values({ reference, pence, follows }).execute();

async function spentPence(sql: Sql): Promise<bigint> {
  const rows = await sql.tables<Grants>().selectFrom('grants.approved').select('pence').execute();
  return rows.reduce((sum, { pence }) => sum + pence, 0n);
}

test('a refusal and a throw keep nothing, a success keeps everything', async () => {
  const { database } = await testDatabase([grants]);
  const refused = await database.transaction(undefined, {}, async (sql) => {
    await approve(sql, 'A', 1n);
    return refuse('not-quorate');
  });
  expect(refused).toEqual(refuse('not-quorate'));

  const thrown = database.transaction(undefined, {}, async (sql) => {
    await approve(sql, 'A', 1n);
    throw new Error('a bug');
  });
  await expect(thrown).rejects.toThrow('a bug');
  expect(await spentPence(database)).toBe(0n);

  await database.transaction(undefined, {}, async (sql) => ok(await approve(sql, 'A', 2n)));
  expect(await spentPence(database)).toBe(2n);
});

test('a failed statement that was swallowed does not pass for a success', async () => {
  const { database } = await testDatabase([grants]);
  const outcome = database.transaction(undefined, {}, async (sql) => {
    await approve(sql, 'A', 1n);
    await approve(sql, 'B', 0n).catch(() => undefined);
    return ok();
  });
  await expect(outcome).rejects.toThrow('nothing of it was kept');
  expect(await spentPence(database)).toBe(0n);
});

test('a rule of the database becomes the refusal of the action', async () => {
  const { database } = await testDatabase([grants]);
  const approving = (reference: string, pence: bigint, follows: string | null = null) =>
    onConstraint(
      database.transaction(undefined, {}, async (sql) =>
        ok(void (await approve(sql, reference, pence, follows))),
      ),
      { one_grant_a_reference: 'already-approved', follows_a_grant: 'follows-no-grant' },
    );
  expect(await approving('A', 5n)).toEqual(ok());
  expect(await approving('A', 5n)).toEqual(refuse('already-approved'));
  // Judged only when the transaction ends.
  expect(await approving('B', 5n, 'Z')).toEqual(refuse('follows-no-grant'));
  // Nobody promised a sentence for this one.
  const unforeseen: unknown = await approving('C', 0n).catch((error: unknown) => error);
  expect(unforeseen).toBeInstanceOf(ConstraintViolated);
  expect(unforeseen).toMatchObject({ constraint: 'grant_is_positive' });
  expect(await spentPence(database)).toBe(5n);
});

/** Two members approve 600 pounds each at the same moment, each having seen that 1,000 are left. */
async function approveTogether(database: Database, options: TransactionOptions) {
  let waiting = 0;
  let tries = 0;
  let bothHaveLooked = (): void => undefined;
  const bothLooked = new Promise<void>((resolve) => (bothHaveLooked = resolve));
  const member = (reference: string) =>
    database.transaction(undefined, options, async (sql) => {
      tries += 1;
      const spent = await spentPence(sql);
      waiting += 1;
      if (waiting === 2) bothHaveLooked();
      await bothLooked;
      if (spent + 60_000n > budgetPence) return refuse('budget-spent');
      await approve(sql, reference, 60_000n);
      return ok();
    });
  const outcomes = await Promise.all([member('A'), member('B')]);
  return { approved: outcomes.filter(({ ok }) => ok).length, tries, spent: await spentPence(database) };
}

test('two members cannot overspend one budget between them', async () => {
  const { database } = await testDatabase([grants]);
  expect(await approveTogether(database, { isolation: 'serializable' })).toEqual({
    approved: 1,
    tries: 3,
    spent: 60_000n,
  });
});

test('the race is real: without serializable both are approved', async () => {
  const { database } = await testDatabase([grants]);
  const { approved, spent } = await approveTogether(database, {});
  expect({ approved, spent }).toEqual({ approved: 2, spent: 120_000n });
});

test('whoever always loses the race is told so, after a bounded number of tries', async () => {
  const { database } = await testDatabase([grants]);
  let tries = 0;
  const outcome = database.transaction(undefined, { isolation: 'serializable' }, async (sql) => {
    tries += 1;
    await raw`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END $$`.execute(
      sql.tables(),
    );
    return ok();
  });
  await expect(outcome).rejects.toBeInstanceOf(TooBusy);
  expect(tries).toBe(8);
  expect(await spentPence(database)).toBe(0n);
});

test('a connection cut in mid-transaction is an error of that transaction alone', async () => {
  const { database, asSuperuser } = await testDatabase([grants]);
  const outcome = database.transaction(undefined, {}, async (sql) => {
    await approve(sql, 'A', 1n);
    const { rows } = await raw<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(sql.tables());
    await asSuperuser('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await approve(sql, 'B', 1n);
    return ok();
  });
  await expect(outcome).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(await spentPence(database)).toBe(0n);
});

test('values arrive exact: whole numbers, decimals, dates and instants', async () => {
  const { database } = await testDatabase([grants]);
  const { rows } = await raw`
    SELECT 9007199254740993 AS pence, 0.10::numeric AS share, date '2008-07-09' AS day,
      timestamptz '2008-07-09 10:00+01' AS instant, ARRAY[1::int8, NULL] AS amounts,
      ARRAY[date '2008-07-09'] AS days, ARRAY[1.50] AS shares`.execute(database.tables());
  expect(rows).toEqual([
    {
      pence: 9007199254740993n,
      share: '0.10',
      day: '2008-07-09',
      instant: new Date('2008-07-09T09:00:00Z'),
      amounts: [1n, null],
      days: ['2008-07-09'],
      shares: ['1.50'],
    },
  ]);
});
