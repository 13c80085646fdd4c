import { explain, formatDate, formatLondonTime, listInWords } from '#platform/kernel';
import type { Asked, DateOutcome, Reached } from '../../domain/dates/answer-date.ts';

/** The date itself, as people say it: “Friday 21 March 2025”, “5pm on Friday 18 July 2008”. */
export function sayDate({ date, time, moment }: Reached): string {
  if (time === undefined) return formatDate(date, { weekday: 'long' });
  const at =
    time === '00:00'
      ? `the start of ${formatDate(date, { weekday: 'long' })}`
      : formatLondonTime({ date, time });
  return moment === 'after' ? `After ${at}` : capital(at);
}

/** One outcome in a line: the date, or why there is none. */
export function sayOutcome(outcome: DateOutcome): string {
  switch (outcome.standing) {
    case 'known':
      return `${sayDate(outcome)}${outcome.checkLocally ? ' (check locally)' : ''}`;
    case 'check-locally':
      return `Check locally: ${sayMissing(outcome.missing)}`;
    case 'does-not-apply':
      return `Does not apply. ${outcome.because}`;
    default:
      return outcome satisfies never;
  }
}

/** The same in as few words as will do, for a list of answers each of which is told in full elsewhere. */
export function sayInShort(outcome: DateOutcome): string {
  switch (outcome.standing) {
    case 'known':
      return sayOutcome(outcome);
    case 'check-locally':
      return `${sayAsked[outcome.asked]}: check locally`;
    case 'does-not-apply':
      return 'Does not apply';
    default:
      return outcome satisfies never;
  }
}

export const sayMissing = (missing: readonly Readonly<{ title: string }>[]): string =>
  `no source held says what this body’s rule is on ${listInWords(missing.map(({ title }) => `“${title}”`))}. ` +
  'Ask the body, or give a value of your own with the question.';

/** How the date was counted, with the warning where it reaches beyond known bank holidays, and a rule that changes. */
export const sayWhy = ({ explanation, changes }: Reached): string =>
  changes === undefined ? explain(explanation) : `${explain(explanation)} ${changes}`;

/** What the date is the date of. */
export const sayAsked: Readonly<Record<Asked, string>> = {
  'earliest-event': 'Not before',
  'latest-notice': 'Not after',
  'call-in-deadline': 'Can be called in until',
  effective: 'Takes effect, if nobody calls it in',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
