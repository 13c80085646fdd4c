import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import { ReadingBroke } from './ask-reader.ts';
import type { FilesAsked } from './read-file.ts';
import { readersBegun } from './readers-begun.testing.ts';
import { readFiles } from './read-files.ts';
import type { ReadingManner } from './reading-manner.ts';

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'accord-together-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Six months of payments, one of them without amounts, another with rows that are set aside. */
function asked(folder: string, more: Partial<FilesAsked> = {}): FilesAsked {
  const files = Array.from({ length: 6 }, (_, month) => {
    const rows = Array.from(
      { length: 300 + month },
      (_, n) =>
        `${(n % 28) + 1}/0${month + 1}/2024,Supplier ${n % 40} Ltd,${month === 2 ? 'none' : `${n}.20`}`,
    );
    if (month === 4) rows.push('Total,,99.00', '31/05/2024,Acme Ltd,pending');
    const path = join(base, `${month}`);
    writeFileSync(path, `Date,Supplier,Net amount\n${rows.join('\n')}\n`);
    return { path, filename: `month-${month}.csv` };
  });
  return {
    files,
    folder: join(base, folder),
    decided: () => undefined,
    thresholdPence: 50_000,
    progress: () => undefined,
    ...more,
  };
}
const together: ReadingManner = { atOnce: 2, leastShareBytes: 1000 };

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).toSorted();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

test('files that are read at the same time make what they make one after another, byte for byte', async () => {
  const told: ReadingProgress[] = [];
  const signatures: string[] = [];
  const decided = (signature: string) => {
    signatures.push(signature);
    return undefined;
  };
  const one = await readFiles(asked('one'), { atOnce: 1 });
  const both = await readFiles(
    asked('both', { decided, progress: (done) => void told.push(done) }),
    together,
  );
  expect(both).toEqual(one);
  expect(both.tables.map(({ filename }) => filename)).toEqual(
    asked('one').files.map(({ filename }) => filename),
  );
  expect(filesIn(join(base, 'both'))).toEqual(filesIn(join(base, 'one')));
  expect(Object.keys(filesIn(join(base, 'both')))).toContain('rows-4.parquet');
  expect(signatures).toHaveLength(6);
  expect(told.at(-1)).toMatchObject({ rows: one.rowsUnderstood, pence: one.penceUnderstood });
});

test('what goes wrong in one of the processes is told of the whole, and so is the end of one', async () => {
  const failing = asked('failing', {
    decided: () => {
      throw new Error('The choices of officers are gone');
    },
  });
  await expect(readFiles(failing, together)).rejects.toThrow('The choices of officers are gone');

  let ended = 0;
  const dying = asked('dying', {
    decided() {
      const beside = readersBegun();
      for (const id of beside) process.kill(id, 'SIGKILL');
      ended += beside.length;
      return undefined;
    },
  });
  await expect(readFiles(dying, together)).rejects.toThrow(ReadingBroke);
  expect(ended).toBe(1);
  expect(readersBegun()).toEqual([]);
});
