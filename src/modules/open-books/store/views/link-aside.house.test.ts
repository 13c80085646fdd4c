import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop, quoted } from '#platform/analytics';
import { writerInto } from './writer.ts';
import { whereToBegin } from './kept-linking.ts';
import { linkAside } from './link-aside.ts';
import { linkNamings } from './link-namings.ts';
import { linkSuppliers } from './link-suppliers.ts';
import { fileOf } from './view-paths.ts';

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
  const view = { folder: join(folder, 'views', 'all', 'one'), bodies };
  mkdirSync(join(folder, 'views', 'all'), { recursive: true });
  await linkSuppliers(writerInto(workshop, aside), view, []);
  await linkNamings({ ...workshop, folder: here }, bodies, []);

  const inFile = (into: string, file: string) => `read_parquet(${quoted(join(into, `${file}.parquet`))})`;
  const told = (table: string) =>
    workshop.ask<{ supplier: string }>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`);
  const found = await told('linked');
  expect(found).toHaveLength(5200);
  expect(found).toEqual(
    await told(
      `(SELECT (body_id = 'dover')::INTEGER AS body, local, supplier FROM ${inFile(here, 'linked')})`,
    ),
  );
  expect(new Set(found.map(({ supplier }) => supplier)).size).toBeLessThan(5200);
  for (const file of ['links', 'suggestions'])
    expect(await told(inFile(aside, file))).toEqual(
      await told(`(SELECT * EXCLUDE (sure, low, high) FROM ${inFile(here, file)})`),
    );
  expect(await told(inFile(aside, 'links'))).not.toHaveLength(0);
  expect(readdirSync(join(folder, 'views', 'all'))).toEqual([]);
  expect(readdirSync(join(folder, 'linking'))).toEqual(['one']);

  // Another month of one of the bodies, and later a day on which the other has withdrawn everything: begun with what was kept.
  const [ashford, dover] = bodies;
  if (ashford === undefined || dover === undefined) throw new Error('no bodies');
  const later = folderOf('dover-later');
  await writerInto(workshop, later).write(
    'namings',
    `SELECT row_number() OVER (ORDER BY name)::INTEGER AS rank, * EXCLUDE (rank) FROM (
       SELECT * REPLACE (payments + 1 AS payments) FROM ${fileOf(dover, 'namings')} WHERE rank % 7 <> 0
       UNION ALL SELECT 1, 'Hamsrad ' || (range * 7919) || ' Supplies', NULL, NULL, NULL, 2, 100 FROM range(40))`,
  );
  const days = [
    ['two', [ashford, { ...dover, folder: later }]],
    ['three', [{ ...dover, folder: later }]],
  ] as const;
  for (const [name, own] of days) {
    const begun = folderOf(`begun-${name}`);
    const fromNothing = folderOf(`from-nothing-${name}`);
    await linkAside({ folder: begun, bodies: own, choices: [], keep: join(folder, 'linking', name) });
    await linkAside({ folder: fromNothing, bodies: own, choices: [], keep: join(folder, 'elsewhere', name) });
    for (const [file, order] of Object.entries({
      linked: 'body_id, local, payments',
      links: 'place',
      suggestions: 'place',
    }))
      expect(await told(`(SELECT * FROM ${inFile(begun, file)} ORDER BY ${order})`)).toEqual(
        await told(`(SELECT * FROM ${inFile(fromNothing, file)} ORDER BY ${order})`),
      );
  }
  expect(whereToBegin(join(folder, 'linking'), [ashford, { ...dover, folder: later }])?.changed.size).toBe(0);
  // What is not whole is thrown away, and found again from nothing.
  for (const name of ['one', 'two', 'three']) writeFileSync(join(folder, 'linking', name, 'columns'), 'torn');
  const again = folderOf('again');
  await linkAside({ folder: again, bodies, choices: [], keep: join(folder, 'linking', 'four') });
  expect(await told(`(SELECT * EXCLUDE (sure, low, high) FROM ${inFile(again, 'links')})`)).toEqual(
    await told(inFile(aside, 'links')),
  );
  expect(readdirSync(join(folder, 'linking')).toSorted()).toEqual(['four', 'three', 'two']);
  workshop.close();
});
