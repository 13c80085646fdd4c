import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { loadAssets } from './assets.ts';
import { buildAssets } from './build-assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-assets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = await buildAssets(folder);
const assetUrl = loadAssets(folder);
const content = (logicalName: string): string =>
  readFileSync(join(folder, manifest[logicalName] ?? ''), 'utf8');

it('makes styles, script, icon, fonts and web manifest, each under a name that changes with what is in it', () => {
  expect(Object.keys(manifest).sort()).toEqual([
    'accord.css',
    'accord.js',
    'accord.webmanifest',
    'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
    'atkinson-hyperlegible-next-latin-wght-normal.woff2',
    'favicon.svg',
  ]);
  for (const name of Object.values(manifest)) expect(name).toMatch(/-[0-9a-f]{10}\.\w+$/);
  expect(readdirSync(folder).sort()).toEqual([...Object.values(manifest), 'manifest.json'].sort());
});

it('gives the same names to the same content', async () => {
  expect(await buildAssets(folder)).toEqual(manifest);
});

it('points the styles and the web manifest at files that are there', () => {
  const named = [...content('accord.css').matchAll(/url\(["']?([^"')]+)/g)].map(([, name]) => name);
  expect(named).toHaveLength(2);
  for (const name of named) expect(Object.values(manifest)).toContain(name);
  expect(JSON.parse(content('accord.webmanifest'))).toMatchObject({
    name: 'Accord',
    icons: [{ src: manifest['favicon.svg'] }],
  });
});

it('keeps styles under 25 KB and script under 15 KB as they are sent', () => {
  expect(gzipSync(content('accord.css')).length).toBeLessThan(25_000);
  expect(gzipSync(content('accord.js')).length).toBeLessThan(15_000);
});

it('asks no other site for anything, and borrows nobody else’s letters or arms', () => {
  const addresses = (name: string): readonly string[] => content(name).match(/https?:\/\/[a-z][\w.]+/g) ?? [];
  expect(addresses('accord.css')).toEqual([]);
  expect(addresses('accord.js')).toEqual([]);
  expect(addresses('favicon.svg')).toEqual(['http://www.w3.org']);
  expect(/GDS Transport|crown/i.test(content('accord.css'))).toBe(false);
});

it('tells the server the address of an asset, and says so when there is none', () => {
  expect(assetUrl('accord.css')).toBe(`/assets/${manifest['accord.css']}`);
  expect(() => assetUrl('nothing.css')).toThrow('There is no asset "nothing.css"');
});
