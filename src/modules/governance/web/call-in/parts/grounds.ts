import type { Answers } from '#platform/http';

/** What constitutions most often accept, offered where a council’s own list is not known. */
const commonGrounds: readonly string[] = [
  'There was not enough consultation before the decision',
  'There was not enough evidence for the decision',
  'Other ways were not considered properly',
  'Legal, financial or other professional advice was not considered properly',
  'It is out of proportion to what it is to achieve',
  'It goes against the budget or the policy framework',
  'It is beyond the powers of whoever took it',
  'Its effect on human rights or on equality was not considered properly',
];

/** The grounds a form offers: the council’s own where it has a list. */
export const groundsOffered = (own: readonly string[] | undefined): readonly string[] => own ?? commonGrounds;

/** The name of the box for the ground at a place in the list. */
export const groundName = (position: number): string => `ground-${position + 1}`;

/** The grounds that were ticked, a line each, and then the reasons, as they are kept. */
export function groundsGiven(answers: Answers, offered: readonly string[], reasons: string): string {
  const ticked = offered.filter((_, position) => answers[groundName(position)] === 'yes');
  return [...ticked, reasons.replaceAll(/\s*\n\s*/g, ' ')].filter((line) => line !== '').join('\n');
}
