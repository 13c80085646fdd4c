import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delimiter } from './delimiter.ts';
import { lookOverText } from './look-over-text.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-look-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function looksOf(text: string, delimiter: Delimiter = ',') {
  const path = join(folder, 'text.csv');
  writeFileSync(path, text);
  const looks = await lookOverText(path, delimiter);
  return Object.entries(looks).flatMap(([look, holds]) => (holds === true ? [look] : []));
}

test.each<readonly [text: string, looks: readonly string[], delimiter: Delimiter]>([
  ['a,b c,"d, e"\n1,2,"say ""so"""\n', [], ','],
  ['a,b\tc\n', ['hasOddSpaces'], ','],
  ['a\tb\n', [], '\t'],
  ['a,\u{a0}b\n', ['hasOddSpaces'], ','],
  ['Café,£5\n', [], ','],
  ['a, "b"\n', ['hasSpacedQuotes'], ','],
  [' a "b"\n', [], ','],
  ['a| "b"\n', ['hasSpacedQuotes'], '|'],
  ['a,b,\r\n', ['hasOpenEnds'], ','],
  ['a,b,', ['hasOpenEnds'], ','],
  ['a;b,\n', [], ';'],
])('%j looks like %j', async (text, looks, delimiter) => {
  expect(await looksOf(text, delimiter)).toEqual(looks);
});

test('what lies across the seam of two pieces is seen, wherever in it the seam is', async () => {
  for (const [sign, look] of [
    [', "', 'hasSpacedQuotes'],
    [',\n', 'hasOpenEnds'],
    ['\u{2003}', 'hasOddSpaces'],
  ] as const)
    for (let back = 0; back <= 3; back += 1)
      expect(await looksOf(`${'x'.repeat(1024 * 1024 - back)}${sign}x`), `${look} ${back}`).toEqual([look]);
});

test.each<readonly [text: string, linesAbove: number, lines: number | undefined]>([
  ['a\nb\nc\n', 0, 3],
  ['a\nb\nc', 1, 2],
  ['a\r\nb\r\n\r\n\r\n', 1, 1],
  ['Title\n\na\nb\n', 2, 2],
  ['a\n\nb\n', 1, undefined],
  ['\na\n', 0, undefined],
  ['a\nb\r\nc\n', 0, undefined],
  ['a\nb\rc\n', 0, undefined],
  ['a\rb\rc', 0, undefined],
  ['a\u{1}b\nc\n', 0, undefined],
  ['Café\n£5\n', 0, 2],
])('%j has below %d lines %j that are found by their number', async (text, linesAbove, lines) => {
  const path = join(folder, 'lines.csv');
  writeFileSync(path, text);
  expect((await lookOverText(path, ',', linesAbove)).lines).toBe(lines);
});

test('lines are counted across pieces, and what is no UTF-8 has none that are sure', async () => {
  const path = join(folder, 'long.csv');
  const count = 300_000;
  writeFileSync(path, 'café 5\r\n'.repeat(count));
  expect((await lookOverText(path, ',')).lines).toBe(count);
  writeFileSync(path, Buffer.concat([Buffer.from('plain\n'.repeat(count)), Buffer.from([0xe9, 0x0a])]));
  expect((await lookOverText(path, ',')).lines).toBeUndefined();
});
