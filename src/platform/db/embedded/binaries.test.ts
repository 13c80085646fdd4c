import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { completeLinks } from './binaries.ts';

test('links between libraries are made where installing did not make them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-binaries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lib = join(folder, 'native', 'lib');
  mkdirSync(lib, { recursive: true });
  writeFileSync(join(lib, 'libpq.so.5.18'), 'a library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));

  completeLinks(folder);
  completeLinks(folder);
  expect(readlinkSync(join(lib, 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(readFileSync(join(lib, 'libpq.so.5'), 'utf8')).toBe('a library');
});
