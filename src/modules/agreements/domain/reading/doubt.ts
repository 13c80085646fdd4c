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
  const known = others.flatMap((each) => (each.value === undefined ? [] : [Number(each.value)]));
  if (value === undefined || known.length < fewest) return undefined;
  const usual = median(known);
  const spread = median(known.map((each) => Math.abs(each - usual))) * deviationsOfNormal;
  const room = times * Math.max(spread, Math.abs(usual) * 0.05);
  if (Math.abs(Number(value) - usual) <= room) return undefined;
  return { is: 'unlike-before', usual: String(usual), periods: known.length };
}

/** The median distance times this is the standard deviation of figures that spread normally. */
const deviationsOfNormal = 1.4826;

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return Number(((low + high) / 2).toPrecision(12));
}
