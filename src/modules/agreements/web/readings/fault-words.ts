import { formatDate, never } from '#platform/kernel';
import type { ReadingDoubt, ReadingFault } from '../../domain/reading/faults.ts';
import type { ReadingStatus } from '../../domain/reading/reading.ts';
import { periodName } from '../../domain/series/period-name.ts';
import type { Frequency } from '../../domain/series/series.ts';

/** What is wrong, or unlikely, in a sentence, and what to do about it. */
export type SaidFault = Readonly<{ wrong: string; mend: string }>;

export const statusWords: Readonly<Record<ReadingStatus, string>> = {
  estimate: 'Estimate',
  provisional: 'Provisional',
  final: 'Final',
  revised: 'Revised',
  suppressed: 'Suppressed',
  'not-available': 'Not available',
};

export const frequencyWords: Readonly<Record<Frequency, string>> = {
  monthly: 'monthly',
  quarterly: 'quarterly',
  termly: 'by terms',
  annual: 'yearly',
  biennial: 'every two years',
};

/** The sentence and the remedy for everything that the check of a reading can find. `nameOf` knows bodies by their ids. */
export function sayFault(
  fault: ReadingFault | ReadingDoubt,
  nameOf: (bodyId: string) => string = (id) => id,
): SaidFault {
  const say = (wrong: string, mend: string): SaidFault => ({ wrong, mend });
  switch (fault.is) {
    case 'missing':
      return say('Nothing stands here', 'Fill it in');
    case 'not-a-day':
      return say('This is not a date', 'Write it like 30 June 2026, 30/06/2026 or 2026-06-30, the day first');
    case 'not-a-status':
      return say(
        'This is no status of a reading',
        'Write estimate, provisional, final, revised, suppressed or not available',
      );
    case 'not-a-figure':
      return say(
        'This is not a figure',
        'Write digits with at most one point, like 61.9; what else is to be said belongs in the note',
      );
    case 'not-a-count':
      return say('This is not a whole number', 'Write it in digits, like 1204');
    case 'too-long':
      return say(`There are more than ${fault.most} characters`, 'Shorten it');
    case 'limits-come-together':
      return say('A confidence interval has two ends', 'Give both limits, or neither');
    case 'twice':
      return say(
        `The same period of the same series and area stands on line ${fault.line} too`,
        'Leave one of them out',
      );
    case 'unknown-series':
      return say(
        'There is no series of this id',
        'Take its id from the file of what is due, or from the list of indicators',
      );
    case 'unknown-area':
      return say(
        'There is no place or body of this id in the register',
        'Take its id from the file of what is due',
      );
    case 'no-owner':
      return say(
        'Nobody is named to bring this series about this area',
        'Ask the body that keeps the series to name an office',
      );
    case 'not-the-owner':
      return say(
        `This series is brought by ${fault.owner.split(', ').filter(Boolean).map(nameOf).join(', ') || 'nobody'}, not by your body`,
        'Leave the row out',
      );
    case 'owned-already':
      return say(
        `${nameOf(fault.owner)} brings this series about this area itself`,
        'Leave the row out: its own readings are compared already',
      );
    case 'brought-by-another':
      return say(
        `${nameOf(fault.by)} brought the figure of this period, and it alone revises it`,
        'Leave the row out, or ask that body to bring the new figure',
      );
    case 'waits-already':
      return say(
        'Another figure for this period waits for approval',
        'Have that batch approved, returned or taken back first',
      );
    case 'ends-before-it-begins':
      return say('The period ends before it begins', 'Give its first day, then its last');
    case 'not-over':
      return say(
        `${periodName(fault.period)} is not over yet`,
        `Bring the reading from ${formatDate(fault.period.to)} on, when the period has ended`,
      );
    case 'no-such-period':
      return say(
        `The series is measured ${frequencyWords[fault.frequency]}, and this is no period of it`,
        `A period that ends then is ${periodName(fault.like)}: ${formatDate(fault.like.from)} to ${formatDate(fault.like.to)}`,
      );
    case 'before-the-series':
      return say(
        `The series begins on ${formatDate(fault.from)}`,
        'Leave earlier periods out: another series holds them',
      );
    case 'another-unit':
      return say(
        `The series is measured in “${fault.unit}”`,
        'Give the figure in that unit; where the measure itself has changed, a new series takes the place of this one',
      );
    case 'no-figure':
      return say('There is no figure', 'Give it, or say that it is suppressed or not available');
    case 'has-a-figure':
      return say(
        `A reading that is ${statusWords[fault.status].toLowerCase()} has no figure, since one would show what is not to be shown`,
        'Empty the figures, or give another status',
      );
    case 'too-many-decimals':
      return say(
        fault.decimals === 0
          ? 'The series is given in whole numbers'
          : `The series is given with ${fault.decimals} decimal${fault.decimals === 1 ? '' : 's'}`,
        'Round the figure',
      );
    case 'over-a-hundred':
      return say(
        'A percentage of a whole cannot be over 100',
        'Check the figure, and that it is not a rate or a change',
      );
    case 'below-nothing':
      return say('This measure cannot be below nothing', 'Check the sign of the figure');
    case 'half-a-ratio':
      return say('Numerator and denominator belong together', 'Give both, or neither');
    case 'out-of-nothing':
      return say(
        'The denominator is not above nothing, so nothing can be out of it',
        'Check it, or say that the figure is not available',
      );
    case 'part-over-whole':
      return say(
        `The numerator is over its denominator, ${fault.denominator}`,
        'Check both: the part cannot be more than the whole',
      );
    case 'another-ratio':
      return say(
        `Numerator and denominator make ${fault.expected}`,
        'Correct whichever is wrong, or leave the figure out: it is worked out',
      );
    case 'must-be-suppressed':
      return say(
        `Fewer than ${fault.under} are counted, so that somebody could be known by it`,
        'Say that it is suppressed, and leave the figures out',
      );
    case 'outside-its-limits':
      return say(
        'The figure lies outside its own confidence interval',
        'Check the limits: the lower first, then the upper',
      );
    case 'stale':
      return say(
        `${fault.revisions === 0 ? 'No reading of this period is published' : `Revision ${fault.revisions} of this period is published`}, which is not what your file was made from`,
        'Take the file anew, and look whether your figure still takes the place of that one',
      );
    case 'follows-badly':
      return say(
        `The published reading is ${statusWords[fault.before].toLowerCase()}, so this one cannot be ${statusWords[fault.status].toLowerCase()}`,
        'Say that it is revised',
      );
    case 'nothing-to-revise':
      return say('There is no reading of this period to revise', 'Say that it is provisional or final');
    case 'reason-needed':
      return say(`The year ${fault.year} is closed`, 'Say in the note why its figure is revised');
    case 'unlike-before':
      return say(
        `This is far from the ${fault.periods} periods before, of which half were below ${fault.usual} and half above`,
        'Look again. If it is right, say so and go on',
      );
    default:
      return never(fault);
  }
}
