import type { ComponentChildren, VNode } from 'preact';
import { classes } from '../attributes.ts';
import { Details } from '../components/details.tsx';
import { DataTable } from '../data/data-table.tsx';
import type { SourceProps } from '../data/source.tsx';
import { bandOf, type Bands } from './bands.ts';
import { Legend } from './legend.tsx';

export type Tile = Readonly<{
  name: string;
  /** Four letters or so, for small screens: "Than". */
  short: string;
  href: string;
  /** From 1, west to east and north to south; at most 8 each. */
  column: number;
  row: number;
  /** What the tile is shaded by, and how it is written. */
  value?: number | undefined;
  valueInWords?: string | undefined;
}>;

export type TileMapProps = Readonly<{
  /** What the map shows: "Residents by district, June 2020". */
  title: string;
  /** What lies around the tiles, and anything a reader must know: "Kent County Council covers all but Medway." */
  caption?: ComponentChildren;
  tiles: readonly Tile[];
  /** Shades the tiles by their values; without it they are plain. */
  bands?: Bands | undefined;
  /** What the values are called in the list. */
  valueTitle?: string | undefined;
  source?: SourceProps | undefined;
}>;

/**
 * A map that needs no boundaries: one tile a place, set out as the places lie. Every tile is a link with its
 * place's name, and the same is given as a list below.
 */
export const TileMap = ({ title, caption, tiles, bands, valueTitle, source }: TileMapProps): VNode => (
  <figure class="accord-chart accord-map">
    <figcaption class="accord-chart__title">{title}</figcaption>
    {bands !== undefined && <Legend bands={bands} />}
    <ul class="accord-tiles">
      {tiles.map((tile) => (
        <li class={tileClass(tile, bands)}>
          <a class="accord-tile__link" href={tile.href}>
            <span class="accord-tile__name">{tile.name}</span>
            <span class="accord-tile__short" aria-hidden="true">
              {tile.short}
            </span>
            {tile.valueInWords !== undefined && <span class="accord-tile__value"> {tile.valueInWords}</span>}
          </a>
        </li>
      ))}
    </ul>
    {caption !== undefined && <p class="accord-chart__note">{caption}</p>}
    <Details summary="Show the map as a list" class="accord-chart__twin">
      <DataTable
        caption={title}
        captionHidden
        empty="There are no places on this map."
        rows={tiles.toSorted((one, other) => one.name.localeCompare(other.name))}
        columns={[
          {
            title: 'Place',
            cell: ({ name, href }) => (
              <a class="govuk-link" href={href}>
                {name}
              </a>
            ),
          },
          ...(valueTitle === undefined
            ? []
            : [{ title: valueTitle, numeric: true, cell: (tile: Tile) => tile.valueInWords ?? 'not known' }]),
        ]}
        source={source}
      />
    </Details>
  </figure>
);

function tileClass({ column, row, value }: Tile, bands: Bands | undefined): string {
  const band = bands === undefined || value === undefined ? undefined : bandOf(value, bands);
  return classes(
    'accord-tile',
    `accord-tile--column-${column}`,
    `accord-tile--row-${row}`,
    band !== undefined && `accord-shade-${band + 1}`,
  );
}
