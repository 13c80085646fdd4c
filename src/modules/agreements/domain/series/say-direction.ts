import { compareFractions, sizeOfFraction, zero } from '#platform/kernel';
import type { Direction } from './direction.ts';
import { periodName } from './period-name.ts';
import { sayFigure } from './say-figure.ts';
import type { Series } from './series.ts';

export const directionWords = {
  improving: 'Improving',
  steady: 'No clear change',
  worsening: 'Getting worse',
  'not-known': 'Not known',
} as const satisfies Readonly<Record<Direction['direction'], string>>;

/** What the direction goes by, as a sentence. */
export function whyDirection(series: Series, direction: Direction): string {
  const compared = direction.compared === undefined ? '' : periodName(direction.compared);
  if (direction.direction === 'not-known')
    switch (direction.why) {
      case 'no-figure':
        return 'There is no figure to compare.';
      case 'nothing-before':
        return `No figure of ${compared} is known to compare with.`;
      case 'survey-without-its-error':
        return 'The survey does not say how sure its figures are, so that a change cannot be told from chance.';
    }
  const { change, decidedBy } = direction;
  const moved =
    compareFractions(change, zero) === 0
      ? `The same as in ${compared}`
      : `${sayFigure(series, sizeOfFraction(change))} ${compareFractions(change, zero) > 0 ? 'more' : 'less'} than in ${compared}`;
  return `${moved}${decidedBy === 'last-digit' ? '' : bySurvey[direction.direction]}.`;
}

const bySurvey = {
  improving: ', more than chance would explain',
  worsening: ', more than chance would explain',
  steady: ', no more than chance may explain: the figures are of a survey',
} as const;
