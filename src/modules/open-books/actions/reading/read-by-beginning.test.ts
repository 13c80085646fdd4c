import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFiles } from './read-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-beginning-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (path: string, byColumnsFromBytes: number) => {
  const report = await readFiles(
    {
      files: [{ path, filename: 'payments.csv' }],
      folder: join(folder, 'staged'),
      decided: () => undefined,
      thresholdPence: null,
      progress: () => undefined,
    },
    { byColumnsFromBytes },
  );
  const [table] = report.tables;
  if (table === undefined) throw new Error('There is no table');
  // Which way it was read, and where the rows lie by it, is all that may differ.
  const { way, parts, ...told } = table;
  return { way, parts, told, findings: report.findings };
};

/** More than is held at once, or judged at the beginning. */
const count = 30_000;
const lines = Array.from(
  { length: count },
  (_, n) => `0${1 + (n % 9)}/04/2017,Supplier ${n % 400} Ltd,${n}.50,Care of parks`,
);

test.each([
  ['is as its beginning', 'Café Müller Ltd', 'utf8', 'by-columns', 'utf-8'],
  ['is in another encoding', 'Caf\u{e9} \u{a3}5', 'latin1', 'by-columns', 'windows-1252'],
  ['has a NUL', 'Supp\u{0}lier', 'utf8', 'by-rows', 'utf-8'],
  ['has a lone carriage return', 'Supp\rlier', 'utf8', 'by-rows', 'utf-8'],
  ['has a quotation mark that nothing closes', '"Supplier', 'utf8', 'by-rows', 'utf-8'],
] as const)(
  'a large text whose far end %s is read as row by row',
  async (_how, supplier, bytes, way, encoding) => {
    const path = join(folder, 'payments.csv');
    const end = `01/04/2017,${supplier},7.00,Care of parks\r\n`;
    writeFileSync(
      path,
      Buffer.from(`Date,Supplier,Amount,Purpose\r\n${lines.join('\r\n')}\r\n${end}`, bytes),
    );
    const [one, other] = [await read(path, 0), await read(path, Infinity)];
    expect(one).toMatchObject({ way, told: { encoding } });
    expect(one.told).toEqual(other.told);
    expect(one.findings).toEqual(other.findings);
  },
);
