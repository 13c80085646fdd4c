import { expect, test } from 'vitest';
import type { Database, Sql } from './database.ts';
import { rememberBy, remembered } from './memory.ts';

/** A database whose record stands at a head, and a question that counts how often it was really put. */
function asking() {
  const state = { head: 'one' as string | undefined, read: 0 };
  const database = {} as Database;
  rememberBy(database, () => state.head);
  const ask = (sql: Sql, question = 'every body') =>
    remembered(sql, question, () => Promise.resolve((state.read += 1)));
  return { state, database, ask };
}

test('what many pages ask is read once, until somebody acts', async () => {
  const { state, database, ask } = asking();
  expect(await Promise.all([ask(database), ask(database), ask(database)])).toEqual([1, 1, 1]);
  state.head = 'two';
  expect(await ask(database)).toBe(2);
  expect(await ask(database, 'every place')).toBe(3);
});

test('an answer that was begun before an act is not taken after it', async () => {
  const { state, database } = asking();
  const answering: ((name: string) => void)[] = [];
  const slow = remembered(database, 'name', () => new Promise<string>((done) => answering.push(done)));
  state.head = 'two';
  const after = remembered(database, 'name', () => Promise.resolve('renamed'));
  for (const answer of answering) answer('as it was');
  expect(await slow).toBe('as it was');
  expect(await after).toBe('renamed');
  expect(await remembered(database, 'name', () => Promise.resolve('read anew'))).toBe('renamed');
});

test('a transaction, and whoever may miss another’s acts, reads for itself', async () => {
  const { state, database, ask } = asking();
  await ask(database);
  expect(await ask({} as Sql)).toBe(2);
  state.head = undefined;
  expect(await ask(database)).toBe(3);
});

test('a question that failed is put again', async () => {
  const { database } = asking();
  const failing = remembered(database, 'name', () => Promise.reject(new Error('The database is away')));
  await expect(failing).rejects.toThrow('away');
  expect(await remembered(database, 'name', () => Promise.resolve('there'))).toBe('there');
});

test('a flood of questions is kept within bounds, and what is asked often stays', async () => {
  const { state, database, ask } = asking();
  await ask(database);
  for (let day = 0; day < 2000; day += 1) {
    await ask(database, `day ${day}`);
    await ask(database);
  }
  expect(state.read).toBe(2001);
  await ask(database, 'day 0');
  expect(state.read).toBe(2002);
});
