import {
  compareFractions,
  decimalFraction,
  type Fraction,
  type IsoDate,
  parseFraction,
} from '#platform/kernel';
import type { Polarity, Series } from '../series/series.ts';
import type { TargetVersion } from './target.ts';

/** What a body puts: the rest is given when it is put. */
export type NewVersion = Omit<TargetVersion, 'number' | 'putOn' | 'putBy' | 'byBody'>;

/** Why a version cannot be put. `at` names the figure or the year: `baseline`, `value-2`. */
export type VersionFault = Readonly<{ fault: VersionFaultWord; at: string }>;

/** Every fault with what it says of its field and the way out. */
export const versionFaultSentences = {
  'baseline-missing':
    'Enter the baseline, or say that it is still to be set and by which day. A baseline without a figure is never final',
  'baseline-to-be-set-by': 'Enter the day by which the baseline is set',
  'baseline-by-passed': 'The day by which the baseline is set must be in the future',
  'baseline-and-to-be-set': 'Leave the baseline empty while it is still to be set, or say how final it is',
  'period-backwards': 'The last day must not be before the first',
  'years-missing': 'Enter the target of at least one year',
  'years-overlap': 'Two years must not share a day',
  'not-a-number': 'Enter a number, like 80 or 4.1',
  'percentage-out-of-range':
    'A percentage must be from 0 to 100. For a change in per cent, define a series that is measured as a change',
  negative: 'This must not be below nothing',
  'too-many-decimals': 'This has more decimals than the series keeps',
  'floor-beyond-target': 'The floor must not be better than the target',
  'stretch-short-of-target': 'The stretch must not be worse than the target',
  'band-has-no-floor': 'What is best within a band has neither floor nor stretch: leave both empty',
  'partners-missing': 'Choose at least one body that it binds',
  'partner-ended': 'This body has ended. Choose whoever took its place',
  'lead-not-bound': 'The lead body must be one of those it binds',
  'reason-missing': 'Say why it is changed, in a sentence the partners can answer',
  'nothing-changed': 'This sets the same as the version before. Change something, or leave it as it stands',
} as const;
export type VersionFaultWord = keyof typeof versionFaultSentences;

/** Everything that is wrong with a version, the first first; `before` is the version it changes. */
export function versionFaults(
  given: NewVersion,
  series: Pick<Series, 'measuredAs' | 'decimals' | 'polarity'>,
  {
    today,
    before,
    ended,
  }: Readonly<{ today: IsoDate; before: TargetVersion | undefined; ended: readonly string[] }>,
): readonly VersionFault[] {
  return [
    ...baselineFaults(given, today),
    ...yearFaults(given),
    ...figuresOf(given).flatMap(({ at, text }) => figureFault(text, series).map((fault) => ({ fault, at }))),
    ...given.values.flatMap((year, index) => orderFaults(year, series.polarity, index + 1)),
    ...partnerFaults(given, ended),
    ...changeFaults(given, before),
  ];
}

function baselineFaults(
  { baseline: { value, period, status, by } }: NewVersion,
  today: IsoDate,
): readonly VersionFault[] {
  const faults: VersionFault[] = [];
  if (status !== 'to-be-set' && value === undefined)
    faults.push({ fault: 'baseline-missing', at: 'baseline' });
  if (status === 'to-be-set' && value !== undefined)
    faults.push({ fault: 'baseline-and-to-be-set', at: 'baseline' });
  if (status === 'to-be-set' && by === undefined)
    faults.push({ fault: 'baseline-to-be-set-by', at: 'baselineBy' });
  if (status === 'to-be-set' && by !== undefined && by <= today)
    faults.push({ fault: 'baseline-by-passed', at: 'baselineBy' });
  if (period.from > period.to) faults.push({ fault: 'period-backwards', at: 'baselineTo' });
  return faults;
}

function yearFaults({ values }: NewVersion): readonly VersionFault[] {
  if (values.length === 0) return [{ fault: 'years-missing', at: 'value-1' }];
  return values.flatMap(({ period }, index): readonly VersionFault[] => {
    if (period.from > period.to) return [{ fault: 'period-backwards', at: `to-${index + 1}` }];
    const shares = values
      .slice(0, index)
      .some((other) => other.period.from <= period.to && period.from <= other.period.to);
    return shares ? [{ fault: 'years-overlap', at: `from-${index + 1}` }] : [];
  });
}

/** Every figure a version gives, by the name of its field. */
function figuresOf({
  baseline,
  without,
  values,
}: NewVersion): readonly Readonly<{ at: string; text: string }>[] {
  const given = [
    { at: 'baseline', text: baseline.value },
    { at: 'without', text: without },
    ...values.flatMap(({ value, floor, stretch }, index) => [
      { at: `value-${index + 1}`, text: value },
      { at: `floor-${index + 1}`, text: floor },
      { at: `stretch-${index + 1}`, text: stretch },
    ]),
  ];
  return given.flatMap(({ at, text }) => (text === undefined ? [] : [{ at, text }]));
}

const hundred = decimalFraction('100');
const none = decimalFraction('0');

/** What is wrong with one figure of a series, if anything. */
export function figureFault(
  text: string,
  { measuredAs, decimals }: Pick<Series, 'measuredAs' | 'decimals'>,
): readonly VersionFaultWord[] {
  const read = parseFraction(text);
  if (!read.ok) return ['not-a-number'];
  if (measuredAs === 'percentage' && !isBetween(read.value, none, hundred))
    return ['percentage-out-of-range'];
  if ((measuredAs === 'count' || measuredAs === 'rate') && compareFractions(read.value, none) < 0)
    return ['negative'];
  return (text.split('.')[1] ?? '').length > decimals ? ['too-many-decimals'] : [];
}

const isBetween = (value: Fraction, low: Fraction, high: Fraction): boolean =>
  compareFractions(value, low) >= 0 && compareFractions(value, high) <= 0;

function orderFaults(
  { value, floor, stretch }: NewVersion['values'][number],
  { better }: Polarity,
  number: number,
): readonly VersionFault[] {
  if (better === 'band')
    return floor === undefined && stretch === undefined
      ? []
      : [{ fault: 'band-has-no-floor', at: `floor-${number}` }];
  const isBetter = (a: string, b: string): boolean => {
    const [left, right] = [parseFraction(a), parseFraction(b)];
    if (!left.ok || !right.ok) return false;
    const order = compareFractions(left.value, right.value);
    return better === 'higher' ? order > 0 : order < 0;
  };
  const faults: VersionFault[] = [];
  if (floor !== undefined && isBetter(floor, value))
    faults.push({ fault: 'floor-beyond-target', at: `floor-${number}` });
  if (stretch !== undefined && isBetter(value, stretch))
    faults.push({ fault: 'stretch-short-of-target', at: `stretch-${number}` });
  return faults;
}

function partnerFaults(
  { partners, leadBody }: NewVersion,
  ended: readonly string[],
): readonly VersionFault[] {
  if (partners.length === 0) return [{ fault: 'partners-missing', at: 'partners' }];
  if (partners.some((partner) => ended.includes(partner)))
    return [{ fault: 'partner-ended', at: 'partners' }];
  return partners.includes(leadBody) ? [] : [{ fault: 'lead-not-bound', at: 'lead' }];
}

function changeFaults(given: NewVersion, before: TargetVersion | undefined): readonly VersionFault[] {
  if (before === undefined) return [];
  if (given.reason === '') return [{ fault: 'reason-missing', at: 'reason' }];
  return sets(given) === sets(before) ? [{ fault: 'nothing-changed', at: 'form' }] : [];
}

/** What a version sets, as one text to hold against another’s. */
const sets = ({ leadBody, baseline, without, values, partners }: NewVersion): string =>
  JSON.stringify([
    leadBody,
    [baseline.value ?? null, baseline.period, baseline.status, baseline.by ?? null],
    without ?? null,
    values.map(({ period, value, floor, stretch }) => [period, value, floor ?? null, stretch ?? null]),
    partners.toSorted(),
  ]);
