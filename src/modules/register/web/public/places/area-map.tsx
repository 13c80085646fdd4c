import { readData } from '#platform/config';
import type { Visit } from '#platform/http';
import { listInWords } from '#platform/kernel';
import { type Tile, TileMap } from '#platform/ui';
import { z } from 'zod';
import type { PlaceLine } from '../../../queries/places.ts';
import { onDay } from '#platform/web';
import { bandsFor, type FigureKey, figures, sourcesOf } from './figures.ts';

const layoutFile = z.object({
  tiles: z.array(
    z.object({
      place: z.string(),
      short: z.string(),
      column: z.int().min(1).max(8),
      row: z.int().min(1).max(8),
    }),
  ),
});
type Layout = z.infer<typeof layoutFile>['tiles'];

let layout: Layout | undefined;
/** Where each place stands on the map, read once. */
export const tileLayout = (): Layout =>
  (layout ??= layoutFile.parse(readData('examples/kent/tile-map.json')).tiles);

type Asked = Pick<Visit, 'on' | 'today'>;

/** The area as one tile a place, each a link; shaded by a figure where one is chosen. Nothing where no place is known. */
export function AreaMap({
  places,
  visit,
  figure,
  title,
}: Readonly<{ places: readonly PlaceLine[]; visit: Asked; figure?: FigureKey | undefined; title: string }>) {
  const shown = tileLayout().flatMap((tile) => {
    const place = places.find(({ id }) => id === tile.place);
    return place === undefined ? [] : [{ tile, place }];
  });
  if (shown.length === 0) return null;

  const chosen = figure === undefined ? undefined : figures[figure];
  const values = shown.flatMap(({ place }) => chosen?.value(place) ?? []);
  const tiles: readonly Tile[] = shown.map(({ tile, place }) => ({
    name: place.name,
    short: tile.short,
    column: tile.column,
    row: tile.row,
    href: onDay(`/places/${place.id}`, visit),
    value: chosen?.value(place),
    valueInWords: chosen?.words(place),
  }));
  const counties = places.filter(({ kind }) => kind === 'county');
  const known = shown.flatMap(({ place }) => (figure === undefined ? [] : (place[figure] ?? [])));
  return (
    <TileMap
      title={title}
      tiles={tiles}
      bands={chosen && bandsFor(values, chosen.band)}
      valueTitle={chosen?.title}
      caption={counties.length === 0 ? undefined : countyNote(counties, places)}
      source={known.length === 0 ? undefined : { text: sourcesOf(known) }}
    />
  );
}

/** What lies around the tiles, so that a reader knows whose the tiles are. */
function countyNote(counties: readonly PlaceLine[], places: readonly PlaceLine[]): string {
  const outside = places.filter(({ kind }) => kind === 'unitary').map(({ name }) => name);
  const names = listInWords(counties.map(({ name }) => name));
  return outside.length === 0
    ? `One tile a district of ${names}, set out roughly as they lie.`
    : `One tile a district, set out roughly as they lie. All but ${listInWords(outside)} are in the county of ${names}.`;
}
