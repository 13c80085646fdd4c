import { digitsAt, exactDecimal } from './decimal.ts';
import { divideRounded } from './rounding.ts';

/**
 * What percentage `part` is of `whole`, rounded once, halves away from zero, to so many decimals: `shareOf(1,
 * 3, 1)` is 33.3. Worked in whole numbers, so a vote of 1,005 in 10,000 is 10.05 and not nearly. Undefined,
 * never NaN, when there is no whole to share or a number is not finite.
 */
export function shareOf(part: bigint | number, whole: bigint | number, decimals = 0): number | undefined {
  const top = exactDecimal(part);
  const bottom = exactDecimal(whole);
  if (top === undefined || bottom === undefined || bottom.digits === 0n) return undefined;
  const scale = Math.max(top.decimals, bottom.decimals);
  const hundredths = digitsAt(top, scale) * 100n * 10n ** BigInt(decimals);
  const rounded = divideRounded(hundredths, digitsAt(bottom, scale), 'half-up');
  return Number(rounded) / 10 ** decimals;
}

/** `33.3%`, `−5%` with a true minus sign, and `not known` where there is no percentage. */
export function formatPercentage(percentage: number | undefined, decimals = 0): string {
  if (percentage === undefined || !Number.isFinite(percentage)) return 'not known';
  const digits = Math.abs(percentage).toFixed(decimals);
  const negative = percentage < 0 && Number(digits) !== 0;
  return `${negative ? '−' : ''}${digits}%`;
}
