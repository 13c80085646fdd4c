import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, openWorkshop, quoted } from '#platform/analytics';
import { date } from '#platform/kernel';
import { expect, onTestFinished, test } from 'vitest';
import { build } from './ensure-views.ts';
import { databasesOf, tableOf, viewsFor } from './view-paths.ts';

type Row = readonly [supplier: string, vat: string | null, pence: number, redaction?: string];

const published: Readonly<Record<string, readonly Row[]>> = {
  ashford: [
    ['Jane Smith', 'GB 618 1841 40', 100],
    ['Jane Smith', 'GB 618 1841 40', 200],
    ['Jane Smith', null, 400],
    ['Jane Smith', '142208211', 800],
    ['Jane Smith', '000000000', 1600],
  ],
  dover: [
    ['Jane Smith', '618184140', 3200],
    ['Jane Smith', null, 6400],
    ['John Brown', '618184140', 12_800, 'personal-data'],
  ],
};

test('a person’s name with a VAT number is a supplier’s, told by that number alone; without one it stays an individual’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'freed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const workshop = await openWorkshop({ folder, threads: 1 });
  for (const [body, rows] of Object.entries(published)) {
    mkdirSync(join(folder, 'releases', body), { recursive: true });
    const table = workshop.rows([
      { name: 'supplier', type: 'VARCHAR' },
      { name: 'vat_number', type: 'VARCHAR' },
      { name: 'pence', type: 'BIGINT' },
      { name: 'redaction', type: 'VARCHAR' },
    ]);
    for (const [supplier, vat, pence, redaction] of rows)
      table.add([supplier, vat, pence, redaction ?? null]);
    table.end();
    await workshop.run(`COPY (SELECT DATE '2026-04-01' AS paid, NULL::VARCHAR AS payee, * FROM ${table.table})
      TO ${quoted(join(folder, 'releases', body, 'rows-0.parquet'))} (FORMAT parquet)`);
    table.remove();
  }
  workshop.close();
  const [periodFrom, periodTo] = [date('2026-04-01'), date('2026-04-30')];
  const standing = Object.keys(published).map((id) => ({ id, bodyId: id, periodFrom, periodTo }));
  const view = viewsFor(folder, standing);
  await build(folder, view, []);

  const { ask, attach, close } = await openAnalytics({ folder });
  onTestFinished(close);
  await attach(databasesOf(view));
  const found = await ask(
    `SELECT payee, name, bodies, pence FROM ${tableOf(view, 'supplier')} ORDER BY pence DESC`,
  );
  expect(found).toEqual([
    { payee: '~redacted', name: null, bodies: 1, pence: 12_800n },
    { payee: '~individuals', name: null, bodies: 2, pence: 8400n },
    { payee: 'jane smith vat 618184140', name: 'Jane Smith', bodies: 2, pence: 3500n },
    { payee: 'jane smith vat 142208211', name: 'Jane Smith', bodies: 1, pence: 800n },
  ]);
});
