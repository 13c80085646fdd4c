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
  return Object.entries(looks).flatMap(([look, holds]) => (holds ? [look] : []));
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
