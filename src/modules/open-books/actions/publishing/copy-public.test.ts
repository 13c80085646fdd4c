import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFiles } from '../reading/read-files.ts';
import type { ReadingManner } from '../reading/reading-manner.ts';
import { copyPublic } from './copy-public.ts';

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'accord-public-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const ways: Readonly<Record<'by-columns' | 'by-rows', ReadingManner>> = {
  'by-columns': { byColumnsFromBytes: 0 },
  'by-rows': { byColumnsFromBytes: Infinity },
};

let copies = 0;

/** The public text of every row of a file whose notes are left as nothing that is published. */
async function publicTexts(text: string, way: keyof typeof ways, roles: readonly string[]) {
  const path = join(base, 'payments.csv');
  writeFileSync(path, text);
  const [from, to] = [join(base, 'staged'), join(base, `public-${(copies += 1)}`)];
  const columns = roles.flatMap((role, at) =>
    role === '' ? [] : [{ at, role: role as 'date' | 'supplier' | 'amount' | 'purpose' }],
  );
  const report = await readFiles(
    {
      files: [{ path, filename: 'payments.csv' }],
      folder: from,
      decided: () => ({ reads: { columns, dayOrder: 'day-first' }, by: 'officer' }),
      thresholdPence: null,
      progress: () => undefined,
    },
    ways[way],
  );
  expect(report.tables[0]?.way).toBe(way);
  await copyPublic(from, to, report);
  const analytics = await openAnalytics({ folder: to });
  const rows = await analytics.ask<{ raw: string | null; supplier: string }>(
    `SELECT raw, supplier FROM (SELECT pence, supplier, filename, file_row_number FROM read_parquet('${to}/rows-*.parquet', union_by_name = true, filename = true, file_row_number = true))
     JOIN (SELECT raw, replace(filename, 'raw-', 'rows-') AS filename, file_row_number FROM read_parquet('${to}/raw-*.parquet', filename = true, file_row_number = true)) USING (filename, file_row_number)
     WHERE pence IS NOT NULL ORDER BY filename, file_row_number`,
  );
  analytics.close();
  return rows.map(({ raw }) => raw);
}

const noted = `Date,Supplier,Note,Amount,Purpose
01/04/2017,Acme Ltd,,100.00,Parks
02/04/2017,REDACTED,"Mrs Smith, 20-00-00",200.00,Care
03/04/2017,"Jones, Son & Co",hidden,300.00,"Paper, pens"
04/04/2017,Acme Ltd,hidden,(4.00),Parks
05/04/2017,Acme Ltd,hidden,5.00,Parks,beside
`;

test.each(['by-columns', 'by-rows'] as const)(
  'what an officer leaves unpublished stands in no public text, read %s',
  async (way) => {
    const texts = await publicTexts(noted, way, ['date', 'supplier', '', 'amount', 'purpose']);
    expect(texts.join('\n')).not.toMatch(/Smith|20-00-00|hidden|beside/);
    expect(texts).toEqual([
      '01/04/2017,Acme Ltd,[not published],100.00,Parks',
      '02/04/2017,REDACTED,[not published],200.00,Care',
      '03/04/2017,"Jones, Son & Co",[not published],300.00,"Paper, pens"',
      '04/04/2017,Acme Ltd,[not published],(4.00),Parks',
      // The last two cells were taken for one that a comma had cut.
      null,
    ]);
  },
);

test('a row whose quotation marks close nothing shows no text beside an unpublished column', async () => {
  const torn = `Date,Supplier,Note,Amount,Purpose
01/04/2017,Acme Ltd,hidden,100.00,Parks
03/04/2017,"Acme" Ltd,hidden,300.00,Care
`;
  const texts = await publicTexts(torn, 'by-rows', ['date', 'supplier', '', 'amount', 'purpose']);
  expect(texts).toEqual(['01/04/2017,Acme Ltd,[not published],100.00,Parks', null]);
});

test('where every column is published the text is as it was written', async () => {
  const text = `Date,Supplier,Amount\n01/04/2017,"Acme" ,100.00\n02/04/2017,"Jones",5.00\n`;
  expect(await publicTexts(text, 'by-rows', ['date', 'supplier', 'amount'])).toEqual([
    '01/04/2017,"Acme" ,100.00',
    '02/04/2017,"Jones",5.00',
  ]);
});

test('of a large file each row stands beside its own text, with what its own payee means', async () => {
  const path = join(base, 'large.csv');
  const lines = Array.from(
    { length: 60_000 },
    (_, at) => `01/04/2017,Firm ${(at * 7919) % 4999} Ltd,${at}.10`,
  );
  writeFileSync(path, ['Date,Supplier,Amount', ...lines].join('\n'));
  const [from, to] = [join(base, 'staged-large'), join(base, 'public-large')];
  const manner = { decided: () => undefined, thresholdPence: null, progress: () => undefined };
  const report = await readFiles(
    { files: [{ path, filename: 'large.csv' }], folder: from, ...manner },
    ways['by-columns'],
  );
  expect(report.tables[0]?.way).toBe('by-columns');
  await copyPublic(from, to, report);
  const analytics = await openAnalytics({ folder: to });
  const table = (kind: string) => `read_parquet('${to}/${kind}-0.parquet', file_row_number = true)`;
  const [found] = await analytics.ask<{ rows: bigint; astray: bigint }>(
    `SELECT count(*) AS rows, count(*) FILTER (raw <> concat('01/04/2017,', supplier, ',', file_row_number, '.10') OR supplier <> 'F' || payee[2:] || ' Ltd') AS astray
     FROM ${table('rows')} AS rows JOIN ${table('raw')} AS raws USING (file_row_number)`,
  );
  analytics.close();
  expect(found).toEqual({ rows: 60_000n, astray: 0n });
});
