import { createServer } from 'node:net';
import { ok } from '#platform/kernel';
import { testDatabase } from '#platform/testing';
import { sql as raw } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connect, DatabaseUnavailable } from './index.ts';

const sleep = (seconds: number) => raw`SELECT pg_sleep(${seconds})`;

test('a statement that runs too long is ended, and its connection serves on', async () => {
  const { appUrl } = await testDatabase([]);
  const database = connect({ url: appUrl, connections: 1, statementTimeoutMs: 500 });
  await expect(sleep(5).execute(database.tables())).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect((await sleep(0).execute(database.tables())).rows).toHaveLength(1);
  await database.close();
});

test('who waits too long for a free connection is told so', async () => {
  const { appUrl } = await testDatabase([]);
  const database = connect({ url: appUrl, connections: 1, waitMs: 50 });
  // The one connection is made before it is taken: on a busy machine that takes longer than anybody waits here.
  await vi.waitFor(() => sleep(0).execute(database.tables()), { timeout: 20_000 });
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const long = database.transaction(undefined, {}, async () => {
    begun();
    await finished;
    return ok('done');
  });
  await Promise.race([hasBegun, long]);
  await expect(sleep(0).execute(database.tables())).rejects.toBeInstanceOf(DatabaseUnavailable);
  finish();
  expect(await long).toEqual(ok('done'));
  await database.close();
});

test('a server that takes calls and never answers is given up on', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined).resume()).listen(
    0,
    '127.0.0.1',
  );
  onTestFinished(() => void silent.close());
  await new Promise((resolve) => silent.once('listening', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const database = connect({ url: `postgres://accord_app:secret@127.0.0.1:${port}/accord`, waitMs: 50 });
  await expect(sleep(0).execute(database.tables())).rejects.toBeInstanceOf(DatabaseUnavailable);
  await expect(database.transaction(undefined, {}, async () => ok())).rejects.toBeInstanceOf(
    DatabaseUnavailable,
  );
  await database.close();
});
