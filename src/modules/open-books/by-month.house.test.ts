import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { approveImport } from './actions/publishing/approve-import.ts';
import { bringImport } from './actions/publishing/bring-import.ts';
import { askPublication, type PublicationAsked } from './actions/publishing/ask-publication.ts';
import { monthsAround } from './domain/release/months-covered.ts';
import { type Release, standingReleases } from './domain/release/release.ts';
import { listReleases, publishedReport } from './store/releases.ts';
import {
  bodyId,
  broughtForTest,
  chief,
  finance,
  openBooksForTest,
  type OpenBooksForTest,
} from './testing.ts';

const quarter = monthsAround(date('2026-05-01'), date('2026-07-31'));

/** Payments of three months in no order, one of them twice, with a total below. */
const ofQuarter = [
  'Date,Supplier,Invoice,Amount',
  '03/05/2026,Alder Print Ltd,A-1,900.00',
  '13/06/2026,Beech Cleaning Ltd,B-7,1500.60',
  '13/06/2026,Beech Cleaning Ltd,B-7,1500.60',
  '23/07/2026,Cedar Homes Ltd,C-3,2750.00',
  '29/05/2026,"Elder, Fern & Co",E-2,-75.25',
  '02/07/2026,Grove Ltd,G-9,610.00',
  ',Not a payment at all,,',
];

const brought = (made: OpenBooksForTest, lines: readonly string[]): Promise<string> =>
  broughtForTest(made, [{ filename: 'quarter.csv', lines }]);

const ask = ({ services }: OpenBooksForTest, importId: string, more: Partial<PublicationAsked> = {}) =>
  askPublication(services, finance, { bodyId, importId, period: quarter, says: '', byMonth: true, ...more });

async function published(
  made: OpenBooksForTest,
  lines: readonly string[],
  more: Partial<PublicationAsked> = {},
) {
  const importId = await brought(made, lines);
  expect(await ask(made, importId, more)).toMatchObject({ ok: true });
  const done = await approveImport(made.services, chief, { bodyId, importId });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return standing(made);
}

const standing = async ({ services }: OpenBooksForTest): Promise<readonly Release[]> =>
  standingReleases(await listReleases(services.database)).toSorted((one, other) =>
    one.periodFrom < other.periodFrom ? -1 : 1,
  );

test('payments of several months are published month by month, to the row and the penny, each with its own line and text, and one of them is mended', async () => {
  const made = await openBooksForTest();
  const { database, published: store } = made.services;
  const releases = await published(made, ofQuarter);
  expect(
    releases.map(({ periodFrom, periodTo, rows, pence, rowsSetAside }) => [
      periodFrom,
      periodTo,
      Number(rows),
      Number(pence),
      Number(rowsSetAside),
    ]),
  ).toEqual([
    ['2026-05-01', '2026-05-31', 2, 82_475, 0],
    ['2026-06-01', '2026-06-30', 2, 300_120, 0],
    ['2026-07-01', '2026-07-31', 2, 336_000, 1],
  ]);
  const lines = await Promise.all(
    releases.map(({ id }) =>
      store.ask<{ line: number; raw: string }>(
        `SELECT line, raw FROM read_parquet($1) POSITIONAL JOIN read_parquet($2)`,
        [`${store.folder}/releases/${id}/rows-0.parquet`, `${store.folder}/releases/${id}/raw-0.parquet`],
      ),
    ),
  );
  expect(lines.flat().toSorted((one, other) => one.line - other.line)).toEqual(
    ofQuarter.slice(1, 7).map((raw, at) => ({ line: at + 2, raw })),
  );
  const reports = await Promise.all(releases.map(({ id }) => publishedReport(database, id)));
  expect(reports.map((report) => report?.findings.map(({ kind, rows }) => [kind, rows]))).toEqual([
    [['under-threshold', 1]],
    [['exact-duplicates', 1]],
    [],
  ]);
  expect(reports.map((report) => report?.tables[0]?.elsewhere?.rows)).toEqual([4, 4, 4]);

  // The same file again changes nothing.
  const again = { filename: 'again.csv', bytes: Buffer.from(ofQuarter.join('\n')) };
  const twice = { bodyId, dataset: 'spending', cameBy: 'form', files: [again] } as const;
  expect(await bringImport(made.services, finance, twice)).toMatchObject({ error: { same: 'published' } });

  // June is mended later, and takes the place of June alone.
  const [may, , july] = releases;
  const mended = ofQuarter.filter((line) => !line.includes('2026') || line.includes('/06/2026'));
  const june = monthsAround(date('2026-06-01'), date('2026-06-01'));
  const after = await published(made, mended, { period: june, byMonth: false });
  expect(after.map(({ id, version }) => [id, version])).toEqual([
    [may?.id, 1],
    [after[1]?.id, 2],
    [july?.id, 1],
  ]);
});

test('a large text of several months, read by columns, keeps each payment with its own line and text when it is cut by month', async () => {
  const made = await openBooksForTest();
  const { published: store } = made.services;
  const long = 'grounds kept in good order through the season '.repeat(2);
  // Every so manieth amount is dressed up, so that its row is read by itself and lies in a part of its own.
  const lines = Array.from({ length: 36_000 }, (_, n) => {
    const amount = n % 4000 === 7 ? `"(1,${n % 10}00.50)"` : `${600 + (n % 977)}.25`;
    return `${String(1 + (n % 28)).padStart(2, '0')}/0${5 + (n % 3)}/2026,"Firm ${n % 400}, Ltd",${n}: ${long},${amount}`;
  });
  const releases = await published(made, ['Date,Supplier,Purpose,Amount', ...lines]);
  expect(releases.map(({ rows }) => Number(rows))).toEqual([12_000, 12_000, 12_000]);
  const report = await publishedReport(made.services.database, releases[0]?.id ?? '');
  expect(report?.tables[0]?.parts).toHaveLength(2);
  for (const [month, { id }] of releases.entries()) {
    const folder = `${store.folder}/releases/${id}`;
    const found = await Promise.all(
      readdirSync(folder)
        .filter((name) => name.startsWith('rows-'))
        .map((name) =>
          store.ask<{ line: number; raw: string }>(
            'SELECT line, raw FROM read_parquet($1) POSITIONAL JOIN read_parquet($2)',
            [join(folder, name), join(folder, name.replace('rows', 'raw'))],
          ),
        ),
    );
    expect(found).toHaveLength(2);
    const told = found.flat().toSorted((one, other) => one.line - other.line);
    expect(told).toEqual(lines.flatMap((raw, n) => (n % 3 === month ? [{ line: n + 2, raw }] : [])));
  }
});

test('a few payments of another month do not take the place of all that is published of it, unless an officer says so', async () => {
  const made = await openBooksForTest();
  const june = Array.from({ length: 9 }, (_, at) => `0${at + 1}/06/2026,Firm ${at} Ltd,F-${at},700.00`);
  await published(made, ['Date,Supplier,Invoice,Amount', ...june, '01/07/2026,Grove Ltd,G-1,800.00']);
  const later = [
    'Date,Supplier,Invoice,Amount',
    '30/06/2026,Holly Ltd,H-1,900.00',
    '01/08/2026,Ivy Ltd,I-1,900.00',
  ];
  const importId = await brought(made, later);
  expect(await ask(made, importId)).toMatchObject({ ok: false, error: { fewer: [{ held: 9, now: 1 }] } });
  expect(await ask(made, importId, { mayBeFewer: true })).toMatchObject({ ok: true });

  // What has no day is of no month.
  const undated = await brought(made, [...ofQuarter.slice(0, 7), ',Holly Ltd,H-1,900.00']);
  expect(await ask(made, undated)).toEqual({ ok: false, error: { ofNoMonth: 1 } });
  expect(await ask(made, undated, { byMonth: false })).toMatchObject({ ok: true });
});
