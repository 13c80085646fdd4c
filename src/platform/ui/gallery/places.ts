import type { SourceProps } from '../data/source.tsx';

export type Place = Readonly<{
  name: string;
  short: string;
  column: number;
  row: number;
  residents: number;
  spending: number;
}>;

/** Places that are nowhere, so that nobody takes the gallery for the truth. */
export const places: readonly Place[] = [
  { name: 'Northmarsh', short: 'Nort', column: 1, row: 1, residents: 97_300, spending: 14_120_000 },
  { name: 'Sheppard’s Cross', short: 'Shep', column: 2, row: 1, residents: 153_100, spending: 22_900_400 },
  { name: 'Weald and Downs', short: 'W&D', column: 1, row: 2, residents: 128_900, spending: 9_870_000 },
  { name: 'Oastley', short: 'Oast', column: 2, row: 2, residents: 171_800, spending: 31_005_250 },
  { name: 'Stour Valley', short: 'Stou', column: 3, row: 2, residents: 115_400, spending: 17_300_000 },
  { name: 'Cinque Harbour', short: 'Cinq', column: 3, row: 3, residents: 106_500, spending: 12_650_700 },
];

export const source: SourceProps = {
  text: 'made up for this page',
  asAt: '30 June 2020',
  certainty: 'illustrative',
};
