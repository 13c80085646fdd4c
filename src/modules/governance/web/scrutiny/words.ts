import { explain, formatDate, plural } from '#platform/kernel';
import type { TagColour } from '#platform/ui';
import { comparisons, type Watch } from '../../domain/scrutiny/condition-fact.ts';
import type {
  ConditionStanding,
  NotWatchedBecause,
  SlippedWhy,
} from '../../domain/scrutiny/condition-standing.ts';
import type { ResponseDue, ResponseOutcome, ResponseStanding } from '../../domain/scrutiny/response.ts';

type Said = Readonly<{ tag: string; colour: TagColour; says: string }>;

const notWatched: Readonly<Record<NotWatchedBecause, string>> = {
  'no-response': 'The executive has not answered the recommendation yet.',
  'not-accepted': 'The executive did not accept the recommendation.',
  'nothing-stated': 'Nobody has said yet what is watched, and no date is stated.',
  'no-date-stated': 'No date is stated by which it must be done, so no day can show that it has slipped.',
  'begins-later': 'The figure must hold from a later day.',
};

const slippedWhy: Readonly<Record<SlippedWhy, string>> = {
  'not-done-by-its-day': 'It was not said to be done by its day.',
  reported: 'It was reported to have slipped.',
  'moved-later': 'It is expected later than the committee agreed to.',
  'figure-fails': 'The figure is on the wrong side.',
};

/** Where a condition is: in a word or two, and in a sentence. */
export function sayCondition(standing: ConditionStanding): Said {
  switch (standing.standing) {
    case 'not-yet-watched':
      return { tag: 'Not yet watched', colour: 'grey', says: notWatched[standing.because] };
    case 'on-track':
      return {
        tag: 'On track',
        colour: 'blue',
        says:
          standing.due === undefined
            ? 'The last reading is on the right side.'
            : `Due by ${formatDate(standing.due)}.`,
      };
    case 'slipped':
      return { tag: 'Slipped', colour: 'red', says: saySlip(standing) };
    case 'met':
      return {
        tag: 'Met',
        colour: 'green',
        says: `Met on ${formatDate(standing.on)}${standing.isLate ? ', later than its day' : ''}.`,
      };
    case 'not-known':
      return { tag: 'Not known', colour: 'grey', says: 'Nobody has read the figure yet.' };
    default:
      return standing satisfies never;
  }
}

export function saySlip(slip: Extract<ConditionStanding, { standing: 'slipped' }>): string {
  const { since, why, says, due, expected } = slip;
  return [
    `Slipped since ${formatDate(since)}.`,
    slippedWhy[why],
    ...(says === '' ? [] : [says]),
    ...(due === undefined ? [] : [`Its day was ${formatDate(due)}.`]),
    ...(expected === undefined ? [] : [`Now expected by ${formatDate(expected)}.`]),
  ].join(' ');
}

/** What is watched, in a sentence. */
export function sayWatch(watch: Watch): string {
  if (watch.kind === 'figure') {
    const { what, comparison, threshold, unit, from } = watch;
    const value = `${threshold}${unit === '%' ? '%' : unit === '' ? '' : ` ${unit}`}`;
    return `${what}: ${comparisons[comparison]} ${value}${from === undefined ? '' : `, from ${formatDate(from)}`}`;
  }
  const by = watch.by === undefined ? 'no date stated' : `by ${formatDate(watch.by)}`;
  return watch.kind === 'report' ? `Report received, ${by}: ${watch.what}` : `Done, ${by}: ${watch.what}`;
}

export const outcomeColours: Readonly<Record<ResponseOutcome, TagColour>> = {
  accepted: 'green',
  'accepted-in-part': 'yellow',
  'not-accepted': 'orange',
};

/** Where the executive’s answer is. */
export function sayResponse(standing: ResponseStanding): Said {
  switch (standing.standing) {
    case 'answered': {
      const late = standing.isLate === true ? ', after its last day' : '';
      return { tag: 'Answered', colour: 'green', says: `Answered on ${formatDate(standing.on)}${late}.` };
    }
    case 'open': {
      const by = standing.by === undefined ? '' : ` by ${formatDate(standing.by)}`;
      return {
        tag: 'Awaiting answer',
        colour: 'blue',
        says: `An answer is awaited${by}.${answered(standing)}`,
      };
    }
    case 'overdue':
      return {
        tag: 'Answer overdue',
        colour: 'red',
        says: `Overdue since ${formatDate(standing.since)}.${answered(standing)}`,
      };
    default:
      return standing satisfies never;
  }
}

const answered = ({ answered: some, of }: Readonly<{ answered: number; of: number }>): string =>
  some === 0 ? '' : ` ${some} of ${plural(of, 'recommendation')} answered.`;

/** By when the executive must answer and how that was worked out; or why no day can be named. */
export function sayDue(due: ResponseDue): Readonly<{ says: string; why: string | undefined }> {
  switch (due.due) {
    case 'known': {
      const check = due.rule.checkLocally ? ' (check locally)' : '';
      const why = `${explain(due.by.explanation)} The rule: ${due.rule.says}. Source: ${due.rule.source}.`;
      return { says: `${formatDate(due.by.date, { weekday: 'long' })}${check}`, why };
    }
    case 'not-received':
      return {
        says: 'Not known: no source says when the executive received it, from which its time to answer runs',
        why: undefined,
      };
    case 'check-locally':
      return {
        says: 'Check locally: no rule that is held sets a time to answer on the day it was received',
        why: undefined,
      };
    case 'does-not-apply':
      return { says: `Does not apply. ${due.because}`, why: undefined };
    default:
      return due satisfies never;
  }
}
