import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { linesApart, linesAt } from './lines-at.ts';
import { lookOverText } from './look-over-text.ts';

test.each(['\n', '\r\n'])(
  'lines are found by their number, wherever pieces of the file end: %j',
  async (end) => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-lines-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'text.csv');
    const lines = Array.from({ length: 100_000 }, (_, n) =>
      n % 7 === 0 ? '' : `${'é'.repeat(n % 40)} ${n}`,
    );
    writeFileSync(path, lines.join(end));
    const places = lines.flatMap((_, n) => (n < 3 || n % 997 === 0 || n > 99_990 ? [n] : []));
    expect(await linesAt(path, places)).toEqual(places.map((n) => lines[n]));
    expect(await linesAt(path, [])).toEqual([]);
    const { marks } = await lookOverText(path, ',');
    const bytes = lines.map((line) => Buffer.byteLength(`${line}${end}`));
    const begins = bytes.map(
      (
        (from) => (length) =>
          (from += length) - length
      )(0),
    );
    expect(marks).toEqual(begins.filter((_, n) => n % linesApart === 0));
    expect(await linesAt(path, places, marks)).toEqual(places.map((n) => lines[n]));
  },
);
