/** Up to five bands of a value, from the lowest; each begins where the one before ends. */
export type Bands = readonly Readonly<{
  /** The lowest value in the band. The first band takes everything below as well. */
  from: number;
  /** "100,000 to 120,000" */
  label: string;
}>[];

/** Which band, from 0, a value falls into. */
export function bandOf(value: number, bands: Bands): number {
  return Math.max(
    0,
    bands.findLastIndex(({ from }) => value >= from),
  );
}
