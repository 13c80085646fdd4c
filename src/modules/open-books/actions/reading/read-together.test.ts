import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAnalytics } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';
import { openSingly } from '../../store/staged/rows-of-parts.ts';
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

/** Everything that was staged, in the order of its parts. */
async function stagedIn(folder: string, { tables }: ImportReport) {
  const analytics = await openAnalytics({ folder });
  const parts = tables.flatMap((table) => table.parts);
  try {
    return {
      rows: await analytics.ask(`FROM ${await openSingly(analytics, folder, parts)} ORDER BY part, place`),
      aside: await analytics.ask(
        `FROM ${await openSingly(analytics, folder, parts, 'aside')} ORDER BY part, line`,
      ),
    };
  } finally {
    analytics.close();
  }
}

test('files that are read at the same time make what they make one after another, row for row', async () => {
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
  const staged = await stagedIn(join(base, 'both'), both);
  expect(staged).toEqual(await stagedIn(join(base, 'one'), one));
  expect([staged.rows.length, staged.aside.length]).toEqual([one.rowsUnderstood, 2]);
  expect(readdirSync(join(base, 'both'))).toEqual(['singly.db']);
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
