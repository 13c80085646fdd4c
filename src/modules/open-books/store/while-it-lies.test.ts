import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whileItLies } from './while-it-lies.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'accord-lies-'));

test('what lies there is read, and what is gone before or meanwhile is told as gone', async () => {
  const place = fresh();
  expect(await whileItLies(place, () => readdir(place))).toEqual([]);
  const cleared = async () => {
    rmSync(place, { recursive: true });
    return readdir(place);
  };
  expect(await whileItLies(place, cleared)).toBeUndefined();
  expect(await whileItLies(place, () => readdir(place))).toBeUndefined();
});

test('a fault that has another cause is not passed over', async () => {
  const place = fresh();
  await expect(
    whileItLies(place, async () => {
      throw new Error('Out of memory');
    }),
  ).rejects.toThrow('Out of memory');
  rmSync(place, { recursive: true });
});
