import {
  compareFractions,
  decimalFraction,
  divideFractions,
  financialYear,
  financialYearDates,
  type Fraction,
  fraction,
  fractionText,
  type IsoDate,
  multiplyFractions,
  zero,
} from '#platform/kernel';
import { isFirm, mayFollow } from '../series/known.ts';
import { isOver, isPeriodOf, periodEnding } from '../series/periods.ts';
import type { Series } from '../series/series.ts';
import { doubtOf } from './doubt.ts';
import type { ReadingDoubt, ReadingFault } from './faults.ts';
import type { Measured, Reading } from './reading.ts';
import type { ReadingColumn } from './reading-columns.ts';

/** A reading as somebody brings it. */
export type Brought = Measured &
  Readonly<{
    /** The unit as it was written beside the figure, where it was. */
    unit: string | undefined;
    /** How many revisions were published when it was taken down; undefined where nobody says. */
    knownRevisions: number | undefined;
  }>;

/** What a reading is held against. */
export type HeldAgainst = Readonly<{
  series: Series;
  /** What is published of the same area and period. */
  stands: Reading | undefined;
  /** What is published of the same area in other periods, as known now. */
  others: readonly Reading[];
  today: IsoDate;
}>;

export type FaultAt = Readonly<{ column: ReadingColumn; fault: ReadingFault }>;
export type Judged = Readonly<{ faults: readonly FaultAt[]; doubt: ReadingDoubt | undefined }>;

/** Everything that is wrong with a reading at once, and what is only unlikely where nothing is wrong. */
export function judgeReading(brought: Brought, against: HeldAgainst): Judged {
  const { series } = against;
  const faults = [
    ...periodFaults(brought, against),
    ...(isOtherUnit(brought, series) ? [at('unit', { is: 'another-unit', unit: series.unit })] : []),
    ...figureFaults(brought, series),
    ...revisionFaults(brought, against),
  ];
  return { faults, doubt: faults.length > 0 ? undefined : doubtOf(brought, against.others) };
}

/** Where numerator and denominator are given and the figure is not, it follows from them. */
export function withItsFigure<Reads extends Measured>(reading: Reads, { ratio, decimals }: Series): Reads {
  const { value, numerator, denominator, status } = reading;
  if (value !== undefined || status === 'suppressed' || status === 'not-available') return reading;
  if (ratio === undefined || numerator === undefined || denominator === undefined) return reading;
  const whole = decimalFraction(denominator);
  if (compareFractions(whole, zero) <= 0) return reading;
  return { ...reading, value: ratioText(numerator, whole, ratio.per, decimals) };
}

const at = (column: ReadingColumn, fault: ReadingFault): FaultAt => ({ column, fault });

const ratioText = (numerator: string, whole: Fraction, per: string, decimals: number): string =>
  fractionText(
    multiplyFractions(divideFractions(decimalFraction(numerator), whole), decimalFraction(per)),
    decimals,
  );

function periodFaults({ period }: Brought, { series, today }: HeldAgainst): readonly FaultAt[] {
  if (period.to < period.from) return [at('to', { is: 'ends-before-it-begins' })];
  if (!isPeriodOf(series, period)) {
    const like = periodEnding(series, period.to);
    return [at('to', { is: 'no-such-period', frequency: series.frequency, like })];
  }
  if (!isOver(period, today)) return [at('to', { is: 'not-over', period })];
  if (series.fromDay !== undefined && period.to < series.fromDay)
    return [at('to', { is: 'before-the-series', from: series.fromDay })];
  return [];
}

/** A unit is the same however it is spaced and cased. */
const isOtherUnit = ({ unit }: Brought, series: Series): boolean =>
  unit !== undefined && plain(unit) !== plain(series.unit);
const plain = (unit: string) => unit.toLowerCase().replaceAll(/\s+/g, '');

function figureFaults(brought: Brought, series: Series): readonly FaultAt[] {
  const { status, value } = brought;
  if (status === 'suppressed' || status === 'not-available') return hiddenFaults(brought);
  if (value === undefined)
    return [...ratioFaults(brought, series), at('value', { is: 'no-figure' })].slice(0, 1);
  const faults: FaultAt[] = [];
  const figure = decimalFraction(value);
  if (decimalsOf(value) > series.decimals)
    faults.push(at('value', { is: 'too-many-decimals', decimals: series.decimals }));
  if (isNeverBelow(series) && compareFractions(figure, zero) < 0)
    faults.push(at('value', { is: 'below-nothing' }));
  if (series.measuredAs === 'percentage' && compareFractions(figure, hundred) > 0)
    faults.push(at('value', { is: 'over-a-hundred' }));
  faults.push(...ratioFaults(brought, series), ...limitFaults(brought, figure));
  const counted = series.ratio === undefined && series.measuredAs === 'count' ? value : brought.numerator;
  if (series.suppressUnder !== undefined && counted !== undefined) {
    if (compareFractions(decimalFraction(counted), fraction(series.suppressUnder)) < 0)
      faults.push(at('status', { is: 'must-be-suppressed', under: series.suppressUnder }));
  }
  return faults;
}

/** What is hidden shows nothing by which it could be known. */
function hiddenFaults({ status, value, numerator, denominator, confidence }: Brought): readonly FaultAt[] {
  const shown = [
    ...(value === undefined ? [] : (['value'] as const)),
    ...(numerator === undefined ? [] : (['numerator'] as const)),
    ...(denominator === undefined || status === 'suppressed' ? [] : (['denominator'] as const)),
    ...(confidence === undefined ? [] : (['low'] as const)),
  ];
  return shown.slice(0, 1).map((column) => at(column, { is: 'has-a-figure', status }));
}

const hundred = fraction(100);

/** What is counted out of something is never below nothing; a change goes either way. */
const isNeverBelow = ({ measuredAs }: Series): boolean =>
  ['percentage', 'rate', 'count'].includes(measuredAs);

/** Decimals that are nothing but noughts are no claim to exactness. */
const decimalsOf = (figure: string): number => (figure.split('.')[1] ?? '').replace(/0+$/, '').length;

function ratioFaults(brought: Brought, series: Series): readonly FaultAt[] {
  const { numerator, denominator, value } = brought;
  if (numerator === undefined && denominator === undefined) return [];
  if (numerator === undefined) return [at('numerator', { is: 'half-a-ratio' })];
  if (denominator === undefined) return [at('denominator', { is: 'half-a-ratio' })];
  const [part, whole] = [decimalFraction(numerator), decimalFraction(denominator)];
  if (compareFractions(whole, zero) <= 0) return [at('denominator', { is: 'out-of-nothing' })];
  if (series.measuredAs === 'percentage' && compareFractions(part, whole) > 0)
    return [at('numerator', { is: 'part-over-whole', denominator })];
  if (series.ratio === undefined || value === undefined) return [];
  const expected = ratioText(numerator, whole, series.ratio.per, series.decimals);
  const isSame = compareFractions(decimalFraction(value), decimalFraction(expected)) === 0;
  return isSame ? [] : [at('value', { is: 'another-ratio', expected })];
}

function limitFaults({ confidence }: Brought, figure: Fraction): readonly FaultAt[] {
  if (confidence === undefined) return [];
  const isWithin =
    compareFractions(decimalFraction(confidence.low), figure) <= 0 &&
    compareFractions(figure, decimalFraction(confidence.high)) <= 0;
  return isWithin ? [] : [at('low', { is: 'outside-its-limits' })];
}

function revisionFaults(brought: Brought, { stands, today }: HeldAgainst): readonly FaultAt[] {
  const { status, knownRevisions, note, period } = brought;
  const revisions = stands?.revision ?? 0;
  if (knownRevisions !== undefined && knownRevisions !== revisions)
    return [at('revises', { is: 'stale', revisions })];
  if (stands === undefined) return status === 'revised' ? [at('status', { is: 'nothing-to-revise' })] : [];
  if (!mayFollow(stands.status, status))
    return [at('status', { is: 'follows-badly', before: stands.status, status })];
  const year = financialYear(period.to);
  const isClosed = isFirm(stands.status) && financialYearDates(year).last < today;
  return isClosed && note === '' ? [at('note', { is: 'reason-needed', year })] : [];
}
