import type { IsoDate } from '#platform/kernel';
import type { Provenance } from './certainty.ts';

/** What kinds of place there are, each as pages call it. */
export const placeKinds = { county: 'County', district: 'District', unitary: 'Unitary district' } as const;
export type PlaceKind = keyof typeof placeKinds;

/** A figure counted or estimated for one day: whole people or households, as finely as the source rounds them. */
export type PlaceCount = Provenance &
  Readonly<{
    placeId: string;
    measure: 'population' | 'households';
    asAt: IsoDate;
    count: number;
    /** 1 for exact figures, 100 for those published in thousands with one decimal. */
    nearest: number;
    licence: string;
  }>;

/** How deprived a district is, in one year's index. Shares run from 0 to 1; rank 1 is the most deprived of `of`. */
export type Deprivation = Provenance &
  Readonly<{
    placeId: string;
    year: number;
    score: number;
    extent: number;
    mostDeprivedTenth: number;
    rank: number;
    of: number;
    /** `aggregate`: summed from small areas by others; `official`: the published district column. */
    basis: 'aggregate' | 'official';
    licence: string;
  }>;

/**
 * The figure to use on a day: the latest one not dated after it, so that a contribution agreed in 2008 is worked out on
 * the people of 2008. Undefined when the first figure held is later: better none than one from another time.
 */
export function countOn(
  counts: readonly PlaceCount[],
  measure: PlaceCount['measure'],
  on: IsoDate,
): PlaceCount | undefined {
  return counts
    .filter((each) => each.measure === measure && each.asAt <= on)
    .sort((a, b) => b.asAt.localeCompare(a.asAt))[0];
}
