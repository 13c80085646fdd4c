import { formatFraction, type Fraction, fraction, multiplyFractions, never } from '#platform/kernel';
import type { Earned, Why } from '../../domain/reward/earn.ts';
import type { Interim } from '../../domain/reward/interim.ts';
import { inHundredths, type RewardTerms } from '../../domain/reward/reward-rule.ts';

/** A part of a whole as people read it, `60%`, to so many decimals. */
export const sayPart = (part: Fraction, decimals = 0): string =>
  `${formatFraction(multiplyFractions(part, fraction(100)), decimals)}%`;

/** Why a target earns what it does, in a sentence. */
export function sayWhy(
  { why, achieved }: Pick<Earned, 'why' | 'achieved'>,
  { floor, from }: RewardTerms,
): string {
  const gone = achieved === undefined ? '' : sayPart(achieved, 1);
  const start = from === 'without' ? 'what was expected without the agreement' : 'its baseline';
  switch (why) {
    case 'earned':
      return `${gone} of the way from ${start} to its target.`;
    case 'capped':
      return `${gone} of the way; no target counts for more than its whole share.`;
    case 'no-improvement':
      return `No better than ${start}, so it earns nothing.`;
    case 'below-floor':
      return `${gone} of the way, below the floor of ${inHundredths(floor)}, so it earns nothing.`;
    case 'average-below-floor':
      return `${gone} of the way; the average of all targets is below the floor of ${inHundredths(floor)}, so nothing is earned.`;
    case 'not-agreed':
      return 'Not every body it is to bind has agreed to it, so it earns nothing and is left out of the total.';
    case 'no-outturn':
      return 'No reading of its last year yet.';
    case 'not-final':
      return `${gone} of the way by a figure that is not final. It earns nothing until it is.`;
    case 'no-target-figure':
      return 'No figure is set for its last year, so nothing can be reckoned.';
    case 'no-figure-to-measure-from':
      return from === 'without'
        ? 'What was expected without the agreement is not recorded, so nothing can be reckoned. Its lead body can put a version of the target that says so.'
        : 'Its baseline is still to be set, so nothing can be reckoned.';
    case 'target-not-beyond-it':
      return `Its target is no better than ${start}, so there is no way to go.`;
    case 'within-sampling-error':
      return `It is measured by a survey, and what it sets out to gain is no more than the survey may be out by chance, so it earns nothing.`;
    case 'sampling-error-not-known':
      return 'It is measured by a survey, and no reading says how many answered or how sure it is, so nobody can tell whether what it sets out to gain is more than chance. A reading of its baseline that says so decides it.';
    case 'band-has-no-way-to-go':
      return 'It is to stay within a band, so there is no way to go.';
    default:
      return never(why satisfies never);
  }
}

/** Where a target is with the level it was to reach on the way. */
export const interimWords: Readonly<Record<Interim, string>> = {
  reached: 'reached',
  'not-reached': 'not reached',
  'not-final': 'the figure is not final',
  'no-figure': 'no figure yet',
};

/** The rules of a set in sentences. */
export function sayTerms({
  method,
  from,
  floor,
  cap,
  revenuePart,
  interimPart,
  isBeyondError,
  instalments,
}: RewardTerms): readonly string[] {
  const start = from === 'without' ? 'what was expected without the agreement' : 'the baseline';
  const way = `How much of the way from ${start} to the target was gone counts, whether more or less is better.`;
  const rule =
    method === 'each-target'
      ? `Each target stands for itself: below ${inHundredths(floor)} of its way it earns nothing, and never more than ${inHundredths(cap)} of its share.`
      : `The average of all targets decides: below ${inHundredths(floor)} nothing is earned at all, and each target counts for ${inHundredths(cap)} at most.`;
  const paid = `It is paid in ${instalments.length === 1 ? 'one sum' : `${instalments.length} instalments`}, ${inHundredths(revenuePart)} of each as revenue and the rest as capital.`;
  const interim =
    interimPart === undefined
      ? []
      : [
          `A target that reached its interim level is paid ${inHundredths(interimPart)} of its share on account, which is taken from the instalments.`,
        ];
  return [
    way,
    rule,
    'Only final figures earn: a provisional one earns nothing yet. A target earns once every body it binds has agreed to it.',
    paid,
    ...interim,
    ...(isBeyondError
      ? [
          'A target on a survey is rewarded only if what it sets out to gain is more than the survey’s sampling error.',
        ]
      : []),
  ];
}

export const whyWords: Readonly<Record<Why, string>> = {
  earned: 'Earned',
  capped: 'Earned in full',
  'no-improvement': 'No improvement',
  'below-floor': 'Below the floor',
  'average-below-floor': 'Average below the floor',
  'not-agreed': 'Not agreed',
  'no-outturn': 'No outturn yet',
  'not-final': 'Not final',
  'no-target-figure': 'Cannot be reckoned',
  'no-figure-to-measure-from': 'Cannot be reckoned',
  'target-not-beyond-it': 'Cannot be reckoned',
  'within-sampling-error': 'Within sampling error',
  'sampling-error-not-known': 'Cannot be reckoned',
  'band-has-no-way-to-go': 'Cannot be reckoned',
};
