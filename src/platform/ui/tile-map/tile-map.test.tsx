import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { bandOf } from './bands.ts';
import { TileMap } from './tile-map.tsx';

type KentTile = Readonly<{ place: string; name: string; short: string; column: number; row: number }>;
const path = new URL('../../../../data/examples/kent/tile-map.json', import.meta.url);
const { tiles }: { tiles: readonly KentTile[] } = JSON.parse(readFileSync(path, 'utf8'));

/** The borders that districts of Kent and Medway share. */
const borders = new Set(
  `ashford canterbury, ashford folkestone-and-hythe, ashford maidstone, ashford swale,
  ashford tunbridge-wells, canterbury dover, canterbury folkestone-and-hythe, canterbury swale, canterbury thanet,
  dartford gravesham, dartford sevenoaks, dover folkestone-and-hythe, dover thanet, gravesham medway,
  gravesham sevenoaks, gravesham tonbridge-and-malling, maidstone medway, maidstone swale,
  maidstone tonbridge-and-malling, maidstone tunbridge-wells, medway swale, medway tonbridge-and-malling,
  sevenoaks tonbridge-and-malling, sevenoaks tunbridge-wells, tonbridge-and-malling tunbridge-wells`
    .split(',')
    .map((pair) => pair.trim()),
);

const touching = tiles.flatMap((one) =>
  tiles
    .filter((other) => Math.abs(one.column - other.column) + Math.abs(one.row - other.row) === 1)
    .filter((other) => one.place < other.place)
    .map((other) => `${one.place} ${other.place}`),
);

it('gives each of the twelve districts and Medway a tile of its own', () => {
  expect(new Set(tiles.map(({ place }) => place)).size).toBe(13);
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(13);
});

it('keeps 17 of the 25 borders of Kent and invents one', () => {
  expect(touching.filter((pair) => borders.has(pair))).toHaveLength(17);
  expect(touching.filter((pair) => !borders.has(pair))).toEqual(['canterbury maidstone']);
});

it('shades a place by the band its value falls into', () => {
  const bands = [
    { from: 0, label: 'under 100' },
    { from: 100, label: '100 to 199' },
    { from: 200, label: '200 and over' },
  ];
  expect([-5, 0, 99, 100, 200, 5000].map((value) => bandOf(value, bands))).toEqual([0, 0, 0, 1, 2, 2]);
});

it('links every place by its full name, on the map and in the list', () => {
  const html = renderToString(
    <TileMap
      title="Places of Kent"
      tiles={tiles.map((tile) => ({ ...tile, href: `/places/${tile.place}` }))}
      valueTitle="Residents"
    />,
  );
  for (const { place, name } of tiles) {
    expect(html.split(`href="/places/${place}"`)).toHaveLength(3);
    expect(html).toContain(`<span class="accord-tile__name">${name}</span>`);
  }
  expect(html).toContain('not known');
});
