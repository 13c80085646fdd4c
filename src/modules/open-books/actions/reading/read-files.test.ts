import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import { encode } from '#platform/tabular';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '../../domain/import/report.ts';
import { completeTexts } from '../publishing/complete-texts.ts';
import { openSingly } from '../../store/staged/rows-of-parts.ts';
import { readFiles } from './read-files.ts';
import type { ReadingManner } from './reading-manner.ts';

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'accord-reading-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function read(text: string | Buffer, manner: ReadingManner = {}, name = 'payments.csv') {
  const path = join(base, name);
  writeFileSync(path, text);
  const folder = join(base, 'staged');
  const report = await readFiles(
    {
      files: [{ path, filename: name }],
      folder,
      decided: () => undefined,
      thresholdPence: 50_000,
      progress: () => undefined,
    },
    manner,
  );
  await completeTexts(folder, report.tables);
  return { report, staged: await stagedIn(folder, report) };
}

/** Everything that was staged, by line: what came of each, in both kinds of part alike. */
async function stagedIn(folder: string, report: ImportReport) {
  const analytics = await openAnalytics({ folder });
  try {
    const rows: unknown[] = [];
    for (const staged of report.tables.flatMap(({ parts }) => parts)) {
      const { part, firstLine, rowsAside } = staged;
      const payments = await analytics.ask<Record<string, unknown>>(
        `SELECT r.* EXCLUDE (file_row_number), coalesce(line, ${firstLine ?? 0} + r.file_row_number)::INTEGER AS line, raw
         FROM read_parquet('${folder}/rows-${part}.parquet', file_row_number = true) r
         JOIN read_parquet('${folder}/raw-${part}.parquet', file_row_number = true) w ON r.file_row_number = w.file_row_number
         WHERE pence IS NOT NULL`,
      );
      rows.push(...payments);
      const [texts] = await analytics.ask<{ left: bigint }>(
        `SELECT count(raw) AS left FROM (SELECT pence FROM '${folder}/rows-${part}.parquet')
         POSITIONAL JOIN (SELECT raw FROM '${folder}/raw-${part}.parquet') WHERE pence IS NULL`,
      );
      expect(texts?.left, 'texts of rows that are not published in this part').toBe(0n);
      if (rowsAside > 0)
        rows.push(
          ...(await analytics.ask<Record<string, unknown>>(
            `SELECT line, reason, pence, raw FROM ${await openSingly(analytics, folder, [staged], 'aside')}`,
          )),
        );
    }
    return rows.toSorted((one, other) => lineOf(one) - lineOf(other));
  } finally {
    analytics.close();
  }
}
const lineOf = (row: unknown): number => (row as { line: number }).line;

const byColumns: ReadingManner = { byColumnsFromBytes: 0 };
const byRows: ReadingManner = { byColumnsFromBytes: Infinity };

const tidy = `Date,Supplier,Amount,Department,VAT
01/04/2017,Acme Ltd,100.00,Parks,20.00
02/04/2017,"Smith, Jones & Co",-25.5,Parks,
03/04/2017,REDACTED PERSONAL DATA,600,Care,
`;

test('a tidy text is read by columns: each payment once, its line and its text kept', async () => {
  const { report, staged } = await read(tidy, byColumns);
  expect(report.tables[0]).toMatchObject({
    way: 'by-columns',
    rowsIn: 3,
    rowsUnderstood: 3,
    penceUnderstood: 67_450,
  });
  expect(staged).toEqual([
    expect.objectContaining({
      line: 2,
      paid: '2017-04-01',
      supplier: 'Acme Ltd',
      payee: 'acme',
      pence: 10_000n,
      vat_pence: 2000n,
      raw: '01/04/2017,Acme Ltd,100.00,Parks,20.00',
    }),
    expect.objectContaining({ line: 3, supplier: 'Smith, Jones & Co', pence: -2550n, vat_pence: null }),
    expect.objectContaining({ line: 4, payee: null, redaction: 'personal-data' }),
  ]);
});

test.each(['windows-1252', 'cp850', 'utf-16le'] as const)(
  'a tidy text in %s is read by columns as row by row, its text kept as people read it',
  async (encoding) => {
    const written = encode(tidy.replaceAll('Parks', 'Parks – cafés £'), encoding);
    const one = await read(written, byColumns);
    const other = await read(written, byRows);
    expect(one.report.tables[0]).toMatchObject({ way: 'by-columns', encoding, rowsUnderstood: 3 });
    expect(one.staged).toEqual(other.staged);
    expect(alike(one.report)).toEqual(alike(other.report));
    expect(readdirSync(join(base, 'staged')).filter((name) => name.startsWith('utf8'))).toEqual([]);
  },
);

test('what is not plain among plain rows is read by itself, in its place', async () => {
  const text = `${tidy}04/04/2017,Acme Ltd,(12.00),Parks,
,,,,
various,Acme Ltd,£5,Parks,
Total,,662.50,,
05/04/2017,"Total, Gas",1,Parks,
`;
  const { report, staged } = await read(text, byColumns);
  expect(report.tables[0]).toMatchObject({
    way: 'by-columns',
    rowsIn: 7,
    rowsBlank: 1,
    rowsUnderstood: 6,
    reasons: { total: 1 },
    repairs: { brackets: 1, currency: 1 },
    controlTotals: [{ line: 8, penceStated: 66_250, penceFound: 66_750, agrees: false }],
  });
  expect(staged.map(lineOf)).toEqual([2, 3, 4, 5, 7, 8, 9]);
});

const text = fc.stringMatching(/^[ A-Za-z0-9 &'.,"\u00a0\u00e9-]{0,14}$/);
const supplier = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Acme Ltd',
      'Smith, Jones & Co',
      'REDACTED',
      'Mr John Smith',
      'Café Müller',
      '  Kent Care Homes ',
    ),
  },
  text,
);
const cell = (written: string): string =>
  /[",\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
const day = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.integer({ min: 1, max: 28 }).map((n) => `${String(n).padStart(2, '0')}/04/2017`),
  },
  fc.constantFrom(
    '2017-04-05',
    '5 Apr 17',
    '',
    '00:00:00',
    '42830',
    'Apr-17',
    'Q1 2017/18',
    'nonsense',
    ' 03/04/2017',
  ),
);
const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)) },
  fc.constantFrom(
    '12',
    '12.',
    '.5',
    '1.234',
    '1.230',
    '(5.00)',
    '£1,234.50',
    '1,234',
    '7-',
    '',
    ' 8.10 ',
    'n/a',
    '1e5',
    '+4',
    '99999999999.99',
    '123456789012.00',
    '5\u00a0',
  ),
);
const row = fc
  .tuple(day, supplier, amount, text, fc.oneof(amount, fc.constant('')))
  .map((cells) => cells.map(cell).join(','));
const oddLine = fc.oneof(
  fc.constantFrom(
    '',
    ',,,,',
    'Total,,100.00,,',
    ',,100.00,,',
    'Date,Supplier,Amount,Department,VAT',
    '01/04/2017,Acme',
    '01/04/2017,Acme, Sons,5.00,Parks,1.00',
    '01/04/2017,Acme,5.00,Parks,1.00,',
    '01/04/2017,Acme,5.00,Parks,1.00,,,,,',
    '01/04/2017,"Acme" Ltd,5.00,Parks,',
    '01/04/2017,5" pipe,5.00,Parks,',
    '01/04/2017, "Acme",5.00,Parks,',
    '01/04/2017,"Acme" ,5.00,Parks,',
    '01/04/2017,"Acme\nLtd",5.00,Parks,',
    '01/04/2017,"Acme,5.00,Parks,',
    '01/04/2017,Acme\tLtd\t,5.00,\tParks,',
  ),
);
const file = fc.record({
  lines: fc.array(fc.oneof({ weight: 60, arbitrary: row }, { weight: 1, arbitrary: oddLine }), {
    minLength: 3,
    maxLength: 60,
  }),
  end: fc.constantFrom('\n', '\r\n'),
  last: fc.constantFrom('', 'end', 'end twice'),
  above: fc.constantFrom('', 'Payments to suppliers', '"Payments\nto suppliers"'),
  aboveEnd: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constantFrom('\n', '\r\n', '\r')),
});

/** `WAYS=1000` tries more of them. */
const tried = Number(process.env['WAYS'] ?? 30);

test('both ways of reading give the same rows, pence, repairs, reasons and lines', async () => {
  let tidyOnes = 0;
  await fc.assert(
    fc.asyncProperty(file, async ({ lines, end, last, above, aboveEnd }) => {
      const body = ['Date,Supplier,Amount,Department,VAT', ...lines].join(end);
      const whole = `${above}${above === '' ? '' : aboveEnd || end}${body}${last === '' ? '' : end}${last === 'end twice' ? end : ''}`;
      const one = await read(whole, byColumns);
      const other = await read(whole, byRows);
      if (one.report.tables[0]?.way === 'by-columns') tidyOnes += 1;
      expect(one.staged).toEqual(other.staged);
      expect(alike(one.report)).toEqual(alike(other.report));
    }),
    { numRuns: tried },
  );
  expect(tidyOnes).toBeGreaterThan(tried / 5);
}, 600_000);

/** A report without what says which way it was. */
const alike = ({ tables, ...report }: ImportReport) => ({
  ...report,
  tables: tables.map(({ way: _way, parts: _parts, ...table }) => table),
});

test('rows of a file that holds no payments stay in the balance, and that it was not read is found first', async () => {
  const register = `Contract Title,Supplier,Contract Start Date,Contract End Date,Contract Value
Roads,Alpha Ltd,01/01/2026,31/12/2026,5000

Parks,Beta Ltd,01/01/2026,31/12/2026,700
`;
  const { report } = await read(register);
  expect(report).toMatchObject({ rowsIn: 2, rowsUnderstood: 0, rowsSetAside: 2 });
  expect(report.tables[0]?.reasons).toEqual({ 'table-not-read': 2 });
  const [first] = report.findings;
  expect(first).toMatchObject({ kind: 'not-read', rows: 2, samples: [{ file: 0, line: 0 }] });
  expect(first?.samples[0]?.says).toContain('payments.csv: This is a register of contracts');
});

test('a total in the file that its rows do not come to is found first', async () => {
  const { report } = await read(`${tidy}Total,,700.00,,\n`);
  expect(report.findings[0]).toMatchObject({
    kind: 'total-apart',
    rows: 1,
    pence: 2550,
    samples: [{ line: 5, says: 'says £700.00, and the rows come to £674.50' }],
  });
});
