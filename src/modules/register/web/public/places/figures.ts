import { formatCount, formatDate } from '#platform/kernel';
import type { Bands } from '#platform/ui';
import type { Deprivation, PlaceCount } from '../../../domain/place.ts';
import type { PlaceLine } from '../../../queries/places.ts';

/** The figures a map of places can be shaded by; `order` puts the place at the head of the list first. */
export const figures = {
  population: {
    title: 'Residents',
    value: ({ population }: PlaceLine) => population?.count,
    order: ({ population }: PlaceLine) => -(population?.count ?? 0),
    words: ({ population }: PlaceLine) => population && formatCount(population.count),
    band: (from: number, to: number) => `${formatCount(from)} to ${formatCount(to)}`,
  },
  deprivation: {
    title: 'Deprivation',
    value: ({ deprivation }: PlaceLine) => deprivation?.score,
    order: ({ deprivation }: PlaceLine) => deprivation?.rank ?? Infinity,
    words: ({ deprivation }: PlaceLine) => deprivation && String(deprivation.rank),
    band: (from: number, to: number) => `score ${formatCount(from)} to ${formatCount(to)}`,
  },
} as const;
export type FigureKey = keyof typeof figures;

export const isFigure = (text: string | undefined): text is FigureKey =>
  text !== undefined && Object.hasOwn(figures, text);

/**
 * Bands of equal width on round numbers that hold every value, at most five: a step of 1, 2, 2.5 or 5 times a power of
 * ten. Undefined where fewer than two values are known.
 */
export function bandsFor(
  values: readonly number[],
  label: (from: number, to: number) => string,
): Bands | undefined {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (values.length < 2 || least === most) return undefined;
  const step = roundSteps(most - least).find((each) => countOf(least, most, each) <= 5) ?? most - least;
  const first = Math.floor(least / step) * step;
  return Array.from({ length: countOf(least, most, step) }, (_, position) => {
    const from = first + position * step;
    return { from, label: label(from, from + step) };
  });
}

const countOf = (least: number, most: number, step: number): number =>
  Math.floor(most / step) - Math.floor(least / step) + 1;

function roundSteps(span: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(span / 5));
  return [1, 2, 2.5, 5, 10, 20].map((each) => each * power);
}

/** The distinct sources of some figures, each once, as one text. */
export const sourcesOf = (facts: readonly Readonly<{ source: string }>[]): string =>
  [...new Set(facts.map(({ source }) => source))].join('; ');

/** `142,800`, or `about 142,800` where the source rounds. */
export const countInWords = ({ count, nearest }: PlaceCount): string =>
  nearest > 1 ? `about ${formatCount(count)}` : formatCount(count);

export const asAtInWords = ({ asAt }: PlaceCount): string => formatDate(asAt);

/** What a count is and of which day: residents are estimated between censuses, households were counted in one. */
export const dayInWords = (count: PlaceCount): string =>
  `${count.measure === 'population' ? 'estimate for' : 'counted on'} ${asAtInWords(count)}`;

/** `97 of 296`: rank 1 is the most deprived. */
export const rankInWords = ({ rank, of }: Deprivation): string => `${rank} of ${of}`;

/** What a rank says and of which index, in small print beside it. */
export const indexInWords = ({ year, of }: Deprivation): string =>
  `index of ${year}; 1 is the most deprived of ${of} districts; do not compare with other years`;

/** Why ranks of different years must not be set side by side. */
export const deprivationCaveat =
  'Rank 1 is the most deprived district of England. Ranks of different years are of different numbers of districts, and ' +
  'the indices are built differently each time, so a change of rank is not a change in how people live. Up to 2019 the ' +
  'figures are put together from small areas, not the official district tables.';
