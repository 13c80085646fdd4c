import { DataTable, Link } from '#platform/ui';
import { colourWords } from '../../../domain/series/say-status.ts';
import { noTally, type Tally } from '../../../domain/series/tally.ts';

type Row = Readonly<{ key: string; name: string; href: string }>;
type Props = Readonly<{
  caption: string;
  firstTitle: string;
  rows: readonly Row[];
  tallies: ReadonlyMap<string, Tally>;
  empty: string;
}>;

/** How many stand where, by body, theme or place: those without any are left out. */
export const TallyTable = ({ caption, firstTitle, rows, tallies, empty }: Props) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows.filter(({ key }) => tallies.has(key))}
    columns={[
      { title: firstTitle, cell: ({ name, href }) => <Link href={href}>{name}</Link> },
      ...(['red', 'amber', 'green', 'grey'] as const).map((colour) => ({
        title: colourWords[colour],
        numeric: true,
        cell: ({ key }: Row) => (tallies.get(key) ?? noTally)[colour],
      })),
    ]}
    empty={empty}
  />
);
