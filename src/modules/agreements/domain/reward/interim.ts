import { compareFractions, decimalFraction } from '#platform/kernel';
import type { Measured } from '../reading/reading.ts';
import type { Polarity } from '../series/series.ts';
import type { InterimLevel } from './reward-set.ts';

/** Whether an interim level was reached, by the figure of the period that ends on its day; only a firm one says so. */
export type Interim = 'reached' | 'not-reached' | 'not-final' | 'no-figure';

export function interimOf(
  { figure, by }: InterimLevel,
  polarity: Polarity,
  readings: readonly (Pick<Measured, 'value' | 'period'> & Readonly<{ isFirm: boolean }>)[],
): Interim {
  const reading = readings.findLast(({ period, value }) => period.to === by && value !== undefined);
  if (reading?.value === undefined) return 'no-figure';
  if (!reading.isFirm) return 'not-final';
  const ahead = compareFractions(decimalFraction(reading.value), decimalFraction(figure));
  return ahead * (polarity.better === 'lower' ? -1 : 1) >= 0 ? 'reached' : 'not-reached';
}
