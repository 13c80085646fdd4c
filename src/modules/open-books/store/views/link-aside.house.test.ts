import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop, quoted } from '#platform/analytics';
import { writerInto } from './writer.ts';
import { linkNamings } from './link-namings.ts';
import { linkSuppliers } from './link-suppliers.ts';

const folder = mkdtempSync(join(tmpdir(), 'linking-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const folderOf = (name: string): string => {
  const own = join(folder, name);
  mkdirSync(own);
  return own;
};

test('many names are gone through in a process of their own, with the same answer', async () => {
  const workshop = await openWorkshop({ folder, memoryMegabytes: 200, threads: 1 });
  const bodies = [];
  for (const [bodyId, form] of [
    ['ashford', 'Ltd'],
    ['dover', 'Supplies LIMITED'],
  ] as const) {
    const own = folderOf(bodyId);
    await writerInto(workshop, own).write(
      'namings',
      `SELECT (1 + range)::INTEGER AS rank, 'Hamsard ' || (range * 7919) || ' ${form}' AS name, NULL::VARCHAR AS company_number,
         NULL::VARCHAR AS charity_number, CASE WHEN range % 2 = 0 THEN 'GB' || (200000000 + range) END AS vat_number,
         1::INTEGER AS payments, 100::BIGINT AS pence FROM range(2600) ORDER BY 1`,
    );
    bodies.push({ bodyId, folder: own, releases: [] });
  }
  const aside = folderOf('aside');
  const here = folderOf('here');
  const view = { folder: join(folder, 'view'), bodies };
  await linkSuppliers(writerInto(workshop, aside), view, []);
  await linkNamings({ ...workshop, folder: here }, bodies, []);

  const inFile = (into: string, file: string) => `read_parquet(${quoted(join(into, `${file}.parquet`))})`;
  const told = (table: string) => workshop.ask<{ supplier: string }>(`SELECT * FROM ${table} ORDER BY 1, 2`);
  const found = await told('linked');
  expect(found).toHaveLength(5200);
  expect(found).toEqual(await told(`(SELECT body, local, supplier FROM ${inFile(here, 'linked')})`));
  expect(new Set(found.map(({ supplier }) => supplier)).size).toBeLessThan(5200);
  for (const file of ['links', 'suggestions'])
    expect(await told(inFile(aside, file))).toEqual(await told(inFile(here, file)));
  expect(await told(inFile(aside, 'links'))).not.toHaveLength(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('view'))).toEqual([]);
  workshop.close();
});
