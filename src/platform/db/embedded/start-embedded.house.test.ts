import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql as raw } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { connectionOfRunning, openDatabase } from '../index.ts';
import {
  anotherAccord,
  bystander,
  clusterIn,
  freshFolder,
  makeFolder,
  open,
  opens,
} from './accord-processes.testing.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isAlive, postgresProcesses } from './processes.ts';

/** The data folder that these tests go through one after another, as one in daily use would. */
const { folder, remove } = makeFolder();
afterAll(remove);

const lock = join(folder, 'accord.lock');
const notes = join(folder, 'postgres');

test('keeps what was written, and leaves nothing running behind', async () => {
  const note = { name: '0001-note', up: 'CREATE TABLE notes.note (words text)' };
  const modules = [{ name: 'notes', migrations: [note] }];
  const first = await openDatabase({ dataFolder: folder, modules });
  await raw`INSERT INTO notes.note VALUES ('kept')`.execute(first.tables());
  expect(connectionOfRunning(folder)?.appUrl).toMatch(/^postgres:\/\/accord_app:/);
  await first.close();
  expect(postgresProcesses(clusterIn(folder), undefined)).toEqual([]);
  expect(connectionOfRunning(folder)).toBeUndefined();

  const second = await openDatabase({ dataFolder: folder, modules });
  const { rows } = await raw`SELECT words FROM notes.note`.execute(second.tables());
  expect(rows).toEqual([{ words: 'kept' }]);
  await second.close();
  expect(existsSync(lock)).toBe(false);
});

test('keeps passwords to itself and listens to this machine alone', async () => {
  const database = await open(folder);
  for (const name of ['password', 'connection.json', 'postgres.log'])
    expect(statSync(join(notes, name)).mode & 0o077).toBe(0);
  const { rows } = await raw`
    SELECT current_setting('listen_addresses') AS listens, current_setting('fsync') AS fsync,
      current_setting('timezone') AS zone, current_user AS role`.execute(database.tables());
  expect(rows).toEqual([{ listens: '127.0.0.1', fsync: 'on', zone: 'UTC', role: 'accord_app' }]);
  await database.close();
});

test('a second Accord on the same data is refused, and the first goes on', async () => {
  const database = await open(folder);
  const { says } = await anotherAccord(folder);
  expect(says).toBe(
    `Accord is already running on this data (process ${process.pid}). Stop it, or set ACCORD_DATA to another folder.`,
  );
  expect((await raw`SELECT 1`.execute(database.tables())).rows).toHaveLength(1);
  await database.close();
});

test('of two that find the lock of one that died, exactly one gets in', async () => {
  writeFileSync(lock, JSON.stringify({ pid: 4_194_304, folder, started: '1' }));
  const both = await Promise.all([anotherAccord(folder), anotherAccord(folder)]);
  const says = both.map(({ says }) => says.replace(/process \d+/, 'process …')).sort();
  expect(says).toEqual([
    'Accord is already running on this data (process …). Stop it, or set ACCORD_DATA to another folder.',
    'open',
  ]);
  const winner = both.find(({ says }) => says === 'open');
  winner?.child.kill('SIGTERM');
  await winner?.gone;
});

test.each([
  ['is empty', ''],
  ['names a process that started later', JSON.stringify({ pid: process.ppid, folder, started: '1' })],
  ['was copied here with another folder', JSON.stringify({ pid: process.ppid, folder: '/elsewhere' })],
])('a lock that %s is taken over', async (_, content) => {
  writeFileSync(lock, content);
  expect(await opens(folder)).toBe(true);
});

test('the PostgreSQL that an Accord which was killed left running is ended first', async () => {
  const { child, says, gone } = await anotherAccord(folder);
  expect(says).toBe('open');
  const left = readPostmasterFile(clusterIn(folder))?.pid ?? 0;
  child.kill('SIGKILL');
  await gone;
  expect(isAlive(left)).toBe(true);

  const reports: string[] = [];
  const database = await open(folder, (message) => reports.push(message));
  expect(isAlive(left)).toBe(false);
  expect(reports).toEqual(['A PostgreSQL that an earlier Accord had left running was ended first']);
  await database.close();
});

test('Accord and PostgreSQL both killed do not stop the next start', async () => {
  const { child, gone } = await anotherAccord(folder);
  const postmaster = readPostmasterFile(clusterIn(folder))?.pid ?? 0;
  child.kill('SIGKILL');
  process.kill(postmaster, 'SIGKILL');
  await gone;
  expect(await opens(folder)).toBe(true);
});

test('a stale note of PostgreSQL that names some other process harms neither', async () => {
  const other = bystander();
  const note = join(clusterIn(folder), 'postmaster.pid');
  writeFileSync(note, `${other.pid}\n${clusterIn(folder)}\n1\n5432\n\n\n\n`);
  expect(await opens(folder)).toBe(true);
  expect(isAlive(other.pid)).toBe(true);
  other.end();
});

test('says what PostgreSQL said when it cannot start, and can be started once that is put right', async () => {
  const version = join(clusterIn(folder), 'PG_VERSION');
  writeFileSync(version, '9\n');
  await expect(open(folder)).rejects.toThrow(
    /^PostgreSQL did not start: it ended with 1\. The end of its log, .*postgres\.log:\n[^]*initialized by PostgreSQL version 9/,
  );
  writeFileSync(version, '18\n');
  expect(await opens(folder)).toBe(true);
});

test('says so when the password is lost', async () => {
  const password = join(notes, 'password');
  renameSync(password, `${password}.lost`);
  await expect(open(folder)).rejects.toThrow(
    `The password of the database, ${password}, is missing. Restore it from a backup of the data folder.`,
  );
  renameSync(`${password}.lost`, password);
  expect(await opens(folder)).toBe(true);
});

test('starts over where the making of the data was interrupted', async () => {
  const folder = freshFolder();
  const half = join(folder, 'postgres', 'cluster', 'new-1');
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'PG_VERSION'), '18\n');
  expect(await opens(folder)).toBe(true);
  expect(existsSync(half)).toBe(false);
});
