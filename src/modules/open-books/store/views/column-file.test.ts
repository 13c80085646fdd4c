import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readColumns, writeColumns } from './column-file.ts';

test('columns come back as they were written, and a file that is not whole is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'columns-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'columns');
  const names = ['Tidewater Ltd', '', 'two\nlines'];
  const accented = ['Café Müller', '€ 日本', '\u{1F600}', ''];
  const numbers = {
    i: Int32Array.of(-1, 2 ** 30),
    f: Float64Array.of(0.1, Number.NaN, 2 ** 52),
    u: Uint8Array.of(7),
  };
  const again = ['Oak', '', 'Oak', 'Café', '', 'Oak'];
  writeColumns(file, { day: 'one' }, { names, accented, none: [], again: { repeated: again }, ...numbers });
  const read = readColumns(file);
  expect(read.told).toEqual({ day: 'one' });
  expect(['names', 'accented', 'none', 'again'].map(read.texts)).toEqual([names, accented, [], again]);
  expect({ i: read.ints('i'), f: read.floats('f'), u: new Uint8Array(read.bytes('u')) }).toEqual(numbers);
  expect(() => read.ints('f')).toThrow('No column');
  truncateSync(file, 300);
  expect(() => readColumns(file)).toThrow('Not whole');
});
