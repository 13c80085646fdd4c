import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AskedOfReader, askReader, ReadingBroke } from './ask-reader.ts';
import { readersBegun } from './readers-begun.testing.ts';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'accord-kept-'));
});
afterEach(() => {
  for (const id of readersBegun()) process.kill(id, 'SIGKILL');
  rmSync(base, { recursive: true, force: true });
});

/** Payments of one council, all of them to one firm. */
function payments(firm: string, more: Partial<AskedOfReader> = {}): AskedOfReader {
  const path = join(base, `${firm}.csv`);
  const rows = Array.from({ length: 40 }, (_, n) => `0${1 + (n % 9)}/04/2017,${firm} Ltd,${n + 1}.50\n`);
  writeFileSync(path, `Date,Supplier,Amount\n${rows.join('')}`);
  return {
    files: [{ path, filename: `${firm}.csv` }],
    folder: join(base, firm),
    decided: () => undefined,
    progress: () => undefined,
    thresholdPence: 0,
    ...more,
  };
}
const pence = 40 * 50 + (40 * 41 * 100) / 2;

/** Asked of an officer's choices, does something to the reader that asks, the first time alone. */
function once(act: (id: number) => void): Pick<AskedOfReader, 'decided'> {
  let isDone = false;
  return {
    decided() {
      if (!isDone) for (const id of readersBegun()) act(id);
      isDone = true;
      return undefined;
    },
  };
}
const kill = (id: number): void => void process.kill(id, 'SIGKILL');

test('a reader is kept for the next import, which finds nothing of the one before', async () => {
  const first = await askReader('import', payments('Acorn'));
  const kept = readersBegun();
  const next = await askReader('import', payments('Birch'));
  expect(readersBegun()).toEqual(kept);
  expect(kept).toHaveLength(1);
  rmSync(join(base, 'Birch'), { recursive: true });
  kept.forEach(kill);
  const alone = await askReader('import', payments('Birch'));
  expect(next).toEqual(alone);
  expect([first.penceUnderstood, next.penceUnderstood]).toEqual([pence, pence]);
});

test('two imports at once have a reader each, and both are kept', async () => {
  const both = await Promise.all([
    askReader('import', payments('Acorn')),
    askReader('import', payments('Birch')),
  ]);
  expect(both.map(({ tables }) => tables.map(({ filename }) => filename))).toEqual([
    ['Acorn.csv'],
    ['Birch.csv'],
  ]);
  expect(readersBegun()).toHaveLength(2);
});

test('a kept reader that ends, idle or in the middle of the next import, costs nobody an import', async () => {
  await askReader('import', payments('Acorn'));
  readersBegun().forEach(kill);
  expect(await askReader('import', payments('Birch'))).toMatchObject({ penceUnderstood: pence });
  const midway = await askReader('import', payments('Cedar', once(kill)));
  expect(midway).toMatchObject({ rowsUnderstood: 40, penceUnderstood: pence });
  expect(readersBegun()).toHaveLength(1);
});

test('one that hangs is ended, and told of where there is none to ask instead', async () => {
  const hang = once((id) => void process.kill(id, 'SIGSTOP'));
  await expect(askReader('import', payments('Acorn', hang), 3000)).rejects.toThrow(ReadingBroke);
  expect(readersBegun()).toEqual([]);
});

test('after a row that does not end no reader is kept, nor after a fault', async () => {
  const hostile = payments('Acorn');
  writeFileSync(hostile.files[0]?.path ?? '', `Date,Supplier,Amount\n${'x'.repeat(1_100_000)}`);
  const { tables } = await askReader('import', hostile);
  expect(tables).toMatchObject([{ refused: expect.any(String) as string }]);
  expect(readersBegun()).toEqual([]);
  const gone = { ...payments('Birch'), files: [{ path: join(base, 'gone'), filename: 'gone.csv' }] };
  await expect(askReader('import', gone)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(readersBegun()).toEqual([]);
});
