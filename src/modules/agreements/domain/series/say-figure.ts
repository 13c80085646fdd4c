import { decimalFraction, type Fraction, formatFraction } from '#platform/kernel';
import type { KeptReading, Measured, ReadingStatus } from '../reading/reading.ts';
import type { Series } from './series.ts';

type Written = Pick<Series, 'unit' | 'decimals'>;

/** A figure with its unit, as people write it: `4.1% of adults`, `1,240 homes`, `£3.20 per head`. */
export function sayFigure({ unit, decimals }: Written, value: string | Fraction): string {
  const figure = formatFraction(typeof value === 'string' ? decimalFraction(value) : value, decimals);
  if (unit.startsWith('£')) return `${figure.replace(/^−?/, '$&£')}${unit.slice(1)}`;
  return `${figure}${unit.startsWith('%') ? '' : ' '}${unit}`;
}

/** How a figure is marked where it stands; nothing for one that is final. */
export const readingMarks: Readonly<Record<ReadingStatus, string>> = {
  estimate: 'estimate',
  provisional: 'provisional',
  final: '',
  revised: 'revised',
  suppressed: 'not shown, so that nobody can be known by it',
  'not-available': 'not available',
};

const withdrawnMark = 'withdrawn since, so that nobody can be known by it';

/** A reading’s figure as a cell shows it: with its mark, and how sure it is where the source says so. */
export function sayFigureOf(
  series: Written,
  {
    value,
    status,
    confidence,
    withdrawnAt,
  }: Pick<Measured, 'value' | 'status'> & Partial<Pick<KeptReading, 'confidence' | 'withdrawnAt'>>,
): string {
  const mark = withdrawnAt === undefined ? readingMarks[status] : withdrawnMark;
  if (value === undefined) return mark;
  const bare = (text: string) => formatFraction(decimalFraction(text), series.decimals);
  const range = confidence === undefined ? '' : `, ${bare(confidence.low)} to ${bare(confidence.high)}`;
  return `${sayFigure(series, value)}${range}${mark === '' ? '' : ` (${mark})`}`;
}
