import type { Visit } from '#platform/http';
import { type Tile, TileMap } from '#platform/ui';
import { onDay } from '#platform/web';
import { tileLayout } from '#modules/register';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { sayFigure } from '../../../domain/series/say-figure.ts';
import { statusWord } from '../../../domain/series/say-status.ts';
import type { Status } from '../../../domain/series/status.ts';
import type { Compared } from '../../../queries/progress/compared.ts';

/** The darker, the further off track. */
const shades: Readonly<Record<Status['colour'], number>> = { grey: 0, green: 1, amber: 2, red: 3 };

const bands = [
  { from: 0, label: 'Not judged' },
  { from: 1, label: 'On track' },
  { from: 2, label: 'Just short' },
  { from: 3, label: 'Off track' },
];

/** Where a series stands in each district, as one tile a place. Nothing where no area is a place of the map. */
export function SeriesMap({
  compared: { series, areas },
  visit,
}: Readonly<{ compared: Compared; visit: Pick<Visit, 'on' | 'today'> }>) {
  const tiles = tileLayout().flatMap((tile): readonly Tile[] => {
    const area = areas.find(({ going }) => going.areaId === tile.place);
    if (area === undefined) return [];
    const { status } = area.going;
    const figure =
      area.reading?.value === undefined
        ? ''
        : `${sayFigure({ ...series, unit: '' }, area.reading.value).trim()}, `;
    return [
      {
        name: area.name,
        short: tile.short,
        column: tile.column,
        row: tile.row,
        href: onDay(seriesAreaPath({ seriesId: series.id, areaId: tile.place }), visit),
        value: shades[status.colour],
        valueInWords: `${figure}${statusWord(status).toLowerCase()}`,
      },
    ];
  });
  if (tiles.length === 0) return null;
  const isJudged = tiles.some(({ value }) => value !== shades.grey);
  return (
    <TileMap
      title={`${series.title}, ${series.unit}: district by district`}
      tiles={tiles}
      bands={isJudged ? bands : undefined}
      valueTitle="Figure and status"
      caption="One tile a district, set out roughly as they lie. A darker tile is further off track."
      source={{ text: series.measuredFrom }}
    />
  );
}
