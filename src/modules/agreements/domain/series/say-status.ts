import { compareFractions, formatFraction, sizeOfFraction, zero } from '#platform/kernel';
import type { Measured } from '../reading/reading.ts';
import { periodName } from './period-name.ts';
import { readingMarks, sayFigure } from './say-figure.ts';
import type { Series } from './series.ts';
import type { Margin, NoColour, Status } from './status.ts';
import type { Expectation } from './trajectory.ts';

type Coloured = Exclude<Status, { colour: 'grey' }>;

export const colourWords = {
  green: 'On track',
  amber: 'Just short',
  red: 'Off track',
  grey: 'Not judged',
} as const satisfies Readonly<Record<Status['colour'], string>>;

/** A status in a word or two: what a tag says. A provisional figure is marked, and never called achieved. */
export function statusWord(status: Status): string {
  if (status.colour === 'grey') return colourWords.grey;
  if (status.isAchieved) return 'Achieved';
  return `${colourWords[status.colour]}${status.isProvisional ? ' (provisional)' : ''}`;
}

/** What stands in the way of a colour, as a sentence. */
export const noColourWords: Readonly<Record<NoColour, string>> = {
  'no-reading': 'No reading is published yet.',
  suppressed:
    'The figure is not shown, because so few are counted that somebody could be known by it. So it cannot be judged.',
  'not-available': 'The figure of the last period is not available, so it cannot be judged.',
  'no-target': 'No target is agreed, so there is nothing to hold the figure against.',
  'before-the-baseline':
    'The period ends before the target begins, so there is nothing to hold the figure against.',
  'baseline-to-be-set':
    'The baseline of the target is still to be set, so nothing can be expected on the way to it.',
  'after-the-last-year':
    'The target ended before this period, so there is nothing to hold the figure against.',
  'not-from-the-start-of-the-year':
    'The reading does not begin with the year of its target, so it cannot be held against it.',
};

/** Why a reading has its status: the figure, what was expected, how far it is from that, and by which rule. */
export function whyStatus(
  series: Series,
  reading: Pick<Measured, 'period' | 'status'> | undefined,
  expectation: Expectation,
  status: Status,
): readonly string[] {
  if (status.colour === 'grey' || reading === undefined)
    return [noColourWords[status.colour === 'grey' ? status.why : 'no-reading']];
  const mark = readingMarks[reading.status];
  return [
    `${periodName(reading.period)}: ${sayFigure(series, status.actual)}${mark === '' ? '' : ` (${mark})`}.`,
    sayExpected(series, expectation, status),
    sayDistance(series, status),
    ...(status.colour === 'green' ? [] : [sayMargin(series, status.margin)]),
    ...(status.isProvisional
      ? ['The figure may still change, and does not count as achieved before it is final.']
      : []),
  ];
}

function sayExpected(series: Series, expectation: Expectation, status: Coloured): string {
  if (series.polarity.better === 'band') {
    const { low, high } = series.polarity;
    return `It should lie from ${sayFigure(series, low)} to ${sayFigure(series, high)}.`;
  }
  if (typeof expectation === 'string') return '';
  const [expected, year] = [sayFigure(series, status.expected), periodName(expectation.year.period)];
  switch (expectation.how) {
    case 'target':
      return `The target for ${year} is ${expected}.`;
    case 'on-the-way':
      return `By then ${expected} is expected, on the straight line to the target of ${sayFigure(series, expectation.year.value)} for ${year}.`;
    case 'part-of-year':
      return `By then ${expected} is expected, as a part of the ${sayFigure(series, expectation.year.value)} set for ${year}.`;
    case 'year-so-far':
      return `The target for ${year} is ${expected}, and holds all through the year.`;
  }
}

function sayDistance(series: Series, { colour, ahead, floor }: Coloured): string {
  const distance = sayFigure(series, sizeOfFraction(ahead));
  if (colour === 'green')
    return compareFractions(ahead, zero) > 0 && series.polarity.better !== 'band'
      ? `It is better than that by ${distance}.`
      : 'It meets that.';
  const limit = sayFigure(series, floor);
  return colour === 'amber'
    ? `It falls short by ${distance}, and is no worse than the floor of ${limit}.`
    : `It falls short by ${distance}, and is worse than the floor of ${limit}.`;
}

function sayMargin(series: Series, { by, size, rule }: Margin): string {
  switch (by) {
    case 'target-floor':
      return 'The target itself sets this floor.';
    case 'series-margin':
      return `The series counts as just short what is short by no more than ${sayFigure(series, size)}.`;
    case 'default': {
      const room =
        rule?.basis === 'points'
          ? `${formatFraction(size)} percentage points`
          : `${rule?.margin ?? ''}% of what is expected`;
      return `Just short is what is short by no more than ${room} (${rule?.source ?? 'default'}).`;
    }
  }
}
