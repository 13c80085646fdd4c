import type { Measured } from './reading.ts';

/** Whether two readings of one period say the same. A figure is the same however many noughts it is written with. */
export function saysTheSame(a: Measured, b: Measured): boolean {
  return (
    a.status === b.status &&
    isSame(a.value, b.value) &&
    isSame(a.numerator, b.numerator) &&
    isSame(a.denominator, b.denominator) &&
    isSame(a.confidence?.low, b.confidence?.low) &&
    isSame(a.confidence?.high, b.confidence?.high) &&
    a.sample === b.sample &&
    a.note === b.note &&
    a.source === b.source
  );
}

const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && bare(a) === bare(b));

const bare = (figure: string): string => (figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure);
