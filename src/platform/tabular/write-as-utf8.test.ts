import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode, type Encoding } from './encoding.ts';
import { writeAsUtf8 } from './write-as-utf8.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-utf8-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<readonly [encoding: Encoding, mark: readonly number[]]>([
  ['utf-8', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', []],
  ['windows-1252', []],
  ['cp850', []],
])(
  'a text in %s with the mark %j is written in UTF-8, a character across two pieces too',
  async (encoding, mark) => {
    const [from, to] = [join(folder, 'from.csv'), join(folder, 'to.csv')];
    const text = `${'x'.repeat(1024 * 1024 - 1 - mark.length)}£1,Café\n`;
    writeFileSync(from, Buffer.concat([Buffer.from(mark), encode(text, encoding)]));
    await writeAsUtf8({ path: from, written: { encoding, markBytes: mark.length } }, to);
    expect(readFileSync(to, 'utf8') === text).toBe(true);
  },
);
