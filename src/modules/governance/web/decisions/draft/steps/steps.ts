import type { Answers, FieldErrors } from '#platform/http';
import type { Result } from '#platform/kernel';
import { isAccessName, readAccess } from './access-form.ts';
import { callInDates, callInNames, readCallIn } from './call-in-form.ts';
import { isClauseName } from './clause-form.ts';
import { isInterestName, readInterests } from './interests-form.ts';
import { isLinkName, readLinks } from './links-form.ts';
import { noticeNames, readNotice } from './notice-form.ts';
import { isPaperName, readPapers } from './papers-form.ts';
import { readReasons, reasonsNames } from './reasons-form.ts';
import { readWhat, whatDates, whatNames } from './what-form.ts';

/** One step of the form of a record: which answers are its own, and what is wrong with them as they stand. */
type Step = Readonly<{
  title: string;
  hint: string;
  belongs(name: string): boolean;
  read(answers: Answers): Result<unknown, FieldErrors>;
}>;

const named = (names: readonly string[], dates: readonly string[] = []) => {
  const all = new Set([
    ...names.filter((name) => !dates.includes(name)),
    ...dates.flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`)),
  ]);
  return (name: string) => all.has(name);
};

/** The steps that are one page each, in the order of the task list. The clauses have pages of their own. */
export const steps = {
  what: {
    title: 'What was decided on, by whom and when',
    hint: 'Its title, who decided, the day, and whether it is a key decision',
    belongs: named(whatNames, whatDates),
    read: readWhat,
  },
  reasons: {
    title: 'Reasons and alternatives',
    hint: 'Why it was decided, and what else was considered and rejected',
    belongs: named(reasonsNames),
    read: readReasons,
  },
  interests: {
    title: 'Conflicts of interest',
    hint: 'Interests that were declared, and each dispensation',
    belongs: isInterestName,
    read: readInterests,
  },
  papers: {
    title: 'Reports and background papers',
    hint: 'What was considered and relied on',
    belongs: isPaperName,
    read: readPapers,
  },
  notice: {
    title: 'Notice and urgency',
    hint: 'Which notice it had, and why where that was shorter',
    belongs: named(noticeNames),
    read: readNotice,
  },
  'call-in': {
    title: 'Call-in',
    hint: 'Worked out from your body’s rules of the day; a waiver for urgency',
    belongs: named(callInNames, callInDates),
    read: readCallIn,
  },
  links: {
    title: 'What it belongs to',
    hint: 'Its meeting, a joint proposal, the decision it reconsiders, places and topics',
    belongs: isLinkName,
    read: readLinks,
  },
  access: {
    title: 'What the public may see',
    hint: 'Open, or exempt with the paragraphs and the public interest',
    belongs: isAccessName,
    read: readAccess,
  },
} as const satisfies Record<string, Step>;
export type StepId = keyof typeof steps;
export const stepIds = Object.keys(steps) as readonly StepId[];
export const isStepId = (text: string): text is StepId => Object.hasOwn(steps, text);

/** Every name that a draft may hold. */
export const isOfDraft = (name: string): boolean =>
  isClauseName(name) || stepIds.some((id) => steps[id].belongs(name));
