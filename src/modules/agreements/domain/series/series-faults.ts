import { compareFractions, decimalFraction, parseFraction, sumFractions, zero } from '#platform/kernel';
import type { Polarity, Series } from './series.ts';

/** What a series is about to be: its id is given when it is published. */
export type NewSeries = Omit<Series, 'id' | 'indicatorId' | 'isIllustrative'>;

/** Why a series cannot be published, each with the way out. */
export const seriesFaultSentences = {
  'not-a-number': 'Enter a number, like 80 or 4.1',
  'band-reversed': 'The upper end of the band must not be below its lower end',
  'below-one': 'A design effect is 1 or more',
  'below-nothing': 'How far short is still amber must not be below nothing',
  'profile-parts': 'Enter two, three, four, six or twelve parts of the year, in order from its first',
  'profile-of-nothing':
    'No part of the year may bring less than nothing, and together they must bring something',
  'not-above-nothing': 'Enter per how many as a number above nothing, like 100 or 1000',
  'series-twice': 'This indicator has this very series already',
  'measured-otherwise':
    'This indicator has a series of this name that is measured otherwise, and what is measured never changes midway. Keep that one as it is, and select it as the series that this one replaces',
  'no-such-series': 'Select a series of this indicator',
  'replaced-already': 'Another series has replaced that one already. Select the one that stands now',
  'from-day-missing': 'Enter the day from which this series takes the place of the other',
  'no-such-slow-series': 'Select the series it stands for, or none',
} as const;
export type SeriesFaultWord = keyof typeof seriesFaultSentences;
export type SeriesFault = Readonly<{ fault: SeriesFaultWord; at: string }>;

/**
 * Everything that is wrong with a series of an indicator. Its unit, polarity and the rest never change once it is published: a
 * series of the same name that is measured otherwise must say that it replaces the other, and from which day.
 */
export function seriesFaults(
  given: NewSeries,
  own: readonly Series[],
  every: readonly Series[],
): readonly SeriesFault[] {
  const faults: SeriesFault[] = [...figureFaults(given)];
  const replaced = own.find(({ id }) => id === given.replaces);
  const isReplaced = (id: string) => every.some(({ replaces }) => replaces === id);
  if (given.replaces !== undefined) {
    if (replaced === undefined) faults.push({ fault: 'no-such-series', at: 'replaces' });
    else if (isReplaced(replaced.id)) faults.push({ fault: 'replaced-already', at: 'replaces' });
    if (given.fromDay === undefined) faults.push({ fault: 'from-day-missing', at: 'fromDay' });
  }
  const namesake = own.find(
    ({ id, title }) => isSame(title, given.title) && id !== replaced?.id && !isReplaced(id),
  );
  if (namesake !== undefined)
    faults.push(
      isMeasuredAlike(namesake, given)
        ? { fault: 'series-twice', at: 'seriesTitle' }
        : { fault: 'measured-otherwise', at: 'replaces' },
    );
  if (given.proxyFor !== undefined && !every.some(({ id }) => id === given.proxyFor))
    faults.push({ fault: 'no-such-slow-series', at: 'proxyFor' });
  return faults;
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether two series measure in the same way, so that a reading of one could stand in the other. */
export const isMeasuredAlike = (a: NewSeries, b: NewSeries): boolean =>
  a.unit === b.unit &&
  a.measuredAs === b.measuredAs &&
  a.accumulation === b.accumulation &&
  a.frequency === b.frequency &&
  JSON.stringify(a.polarity) === JSON.stringify(b.polarity);

function figureFaults({ polarity, floorMargin, method, ratio, profile }: NewSeries): readonly SeriesFault[] {
  const given = [
    ...bandEnds(polarity),
    { at: 'floorMargin', text: floorMargin },
    { at: 'designEffect', text: method.by === 'survey' ? method.designEffect : undefined },
    { at: 'per', text: ratio?.per },
    ...(profile ?? []).map((text) => ({ at: 'profile', text })),
  ];
  const wrong = given.flatMap(({ at, text }): readonly SeriesFault[] =>
    text === undefined || parseFraction(text).ok ? [] : [{ fault: 'not-a-number', at }],
  );
  if (wrong.length > 0) return wrong;
  const faults: SeriesFault[] = [];
  if (
    polarity.better === 'band' &&
    compareFractions(decimalFraction(polarity.low), decimalFraction(polarity.high)) > 0
  )
    faults.push({ fault: 'band-reversed', at: 'bandHigh' });
  if (
    method.by === 'survey' &&
    compareFractions(decimalFraction(method.designEffect), decimalFraction('1')) < 0
  )
    faults.push({ fault: 'below-one', at: 'designEffect' });
  if (floorMargin !== undefined && compareFractions(decimalFraction(floorMargin), zero) < 0)
    faults.push({ fault: 'below-nothing', at: 'floorMargin' });
  if (ratio !== undefined && compareFractions(decimalFraction(ratio.per), zero) <= 0)
    faults.push({ fault: 'not-above-nothing', at: 'per' });
  return [...faults, ...profileFaults(profile)];
}

/** A profile says of each part of the year what it usually brings: halves, thirds, quarters, sixths or months. */
function profileFaults(profile: Series['profile']): readonly SeriesFault[] {
  if (profile === undefined) return [];
  if (![2, 3, 4, 6, 12].includes(profile.length)) return [{ fault: 'profile-parts', at: 'profile' }];
  const parts = profile.map((part) => decimalFraction(part));
  const isBelow = parts.some((part) => compareFractions(part, zero) < 0);
  return isBelow || compareFractions(sumFractions(parts), zero) <= 0
    ? [{ fault: 'profile-of-nothing', at: 'profile' }]
    : [];
}

const bandEnds = (polarity: Polarity) =>
  polarity.better === 'band'
    ? [
        { at: 'bandLow', text: polarity.low },
        { at: 'bandHigh', text: polarity.high },
      ]
    : [];
