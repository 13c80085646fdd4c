import type { ReadingDoubt } from './faults.ts';
import type { Measured } from './reading.ts';

/** With fewer periods than this nobody can say what is usual. */
const fewest = 4;
/** How many times the usual spread a figure may be off before it is asked about. */
const times = 5;

/**
 * Whether a figure is far from those before it: further from their median than five times their usual distance from it. For a
 * warning alone, so that ordinary numbers are exact enough; nothing is ever refused by it.
 */
export function doubtOf(
  { value }: Pick<Measured, 'value'>,
  others: readonly Pick<Measured, 'value'>[],
): ReadingDoubt | undefined {
  const { usual, room, periods } = usualOf(others);
  if (value === undefined || periods < fewest || Math.abs(Number(value) - usual) <= room) return undefined;
  return { is: 'unlike-before', usual: String(usual), periods };
}

type Usual = Readonly<{ usual: number; room: number; periods: number }>;
type Others = readonly Pick<Measured, 'value'>[];
const usuals = new WeakMap<Others, Usual>();

/** What is usual, worked out once for each list: thousands of rows of a file are held against the same one. */
function usualOf(others: Others): Usual {
  const known = usuals.get(others);
  if (known !== undefined) return known;
  const figures = others.flatMap((each) => (each.value === undefined ? [] : [Number(each.value)]));
  const usual = median(figures);
  const spread = median(figures.map((each) => Math.abs(each - usual))) * deviationsOfNormal;
  const found = { usual, room: times * Math.max(spread, Math.abs(usual) * 0.05), periods: figures.length };
  usuals.set(others, found);
  return found;
}

/** The median distance times this is the standard deviation of figures that spread normally. */
const deviationsOfNormal = 1.4826;

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return Number(((low + high) / 2).toPrecision(12));
}
