import {
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  formatFraction,
  formatMoney,
  fractionText,
  pence,
  plural,
  addFractions,
  sizeOfFraction,
  sumFractions,
} from '#platform/kernel';

/** Payments that were rounded to the penny: how many, and what their rows write beyond that, in pounds, exact: `-0.0175`. */
export type Rounding = Readonly<{
  rows: number;
  apart: string;
  /** Where payments of several months of a table were rounded: what all its months come to, in pence, as that is what was rounded. */
  ofAllMonths?: number;
}>;

/** As a report keeps it; undefined where nothing was rounded. */
export const roundingOf = ({
  rows,
  apart,
}: Readonly<{ rows: number; apart: Fraction }>): Rounding | undefined =>
  rows === 0 ? undefined : { rows, apart: exactly(divideFractions(apart, fraction(100))) };

/** That of several tables together; undefined where nothing was rounded. What is of other months too stands with its table alone. */
export function roundedTogether(tables: readonly Readonly<{ rounding?: Rounding }>[]): Rounding | undefined {
  const all = tables.flatMap(({ rounding }) =>
    rounding === undefined || rounding.ofAllMonths !== undefined ? [] : [rounding],
  );
  if (all.length === 0) return undefined;
  return {
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    apart: exactly(sumFractions(all.map(({ apart }) => decimalFraction(apart)))),
  };
}

/** What the rows write, exact, in pounds: what is read as payments and what was rounded off together are just that. */
export const asWritten = ({ apart }: Rounding, penceUnderstood: number): string =>
  exactly(addFractions(fraction(penceUnderstood, 100), decimalFraction(apart)));

/** `As written £1,234.5678, as published £1,234.57: a difference by rounding of 0.22p in 14 payments with more than two decimals.` */
export function roundingInWords(rounding: Rounding, penceUnderstood: number): string {
  const { ofAllMonths, rows, apart } = rounding;
  const published = ofAllMonths ?? penceUnderstood;
  const together = ofAllMonths === undefined ? '' : ', all months of the table together';
  const difference = sizeOfFraction(divideFractions(decimalFraction(apart), fraction(1, 100)));
  // A spreadsheet writes 12.3 as 12.300000000000001: nobody was paid the difference.
  const inPence =
    compareFractions(difference, leastTold) < 0 ? 'less than 0.01p' : `${formatFraction(difference)}p`;
  return `As written ${pounds(asWritten(rounding, published))}, as published ${formatMoney(pence(published))}${together}: a difference by rounding of ${inPence} in ${plural(rows, 'payment')} with more than two decimals.`;
}

const leastTold = fraction(1, 100);

/** With as many decimals as are worth reading, two at least. */
function pounds(text: string): string {
  const value = decimalFraction(text);
  const [whole = '', part = ''] = formatFraction(sizeOfFraction(value)).split('.');
  return `${value.numerator < 0n ? '−' : ''}£${whole}.${part.padEnd(2, '0')}`;
}

/** Denominators are powers of ten in lowest terms, so that there is an end to the decimals: as few as it takes, two at least. */
function exactly(value: Fraction): string {
  let decimals = 2;
  while (10n ** BigInt(decimals) % value.denominator !== 0n) decimals += 1;
  return fractionText(value, decimals);
}
