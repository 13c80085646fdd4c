import type { Answers } from '#platform/http';
import { dateAnswers } from '#platform/web';
import { approvalKinds } from '../../../domain/proposal/proposal.ts';
import type { ProposalVersion } from '../../../domain/proposal/put-proposal.ts';

/** The pages of a draft, in their order. `change` is asked of an amendment alone. */
export const parts = {
  text: 'The text',
  parties: 'The parties',
  approvals: 'Their approvals',
  terms: 'The terms',
  change: 'What changes',
} as const;
export type Part = keyof typeof parts;

export const partsOf = (isAmendment: boolean): readonly Part[] =>
  isAmendment
    ? ['text', 'parties', 'approvals', 'terms', 'change']
    : ['text', 'parties', 'approvals', 'terms'];

export const isPart = (text: string): text is Part => Object.hasOwn(parts, text);

/** Which answers a page of the draft asks: those it does not send again, such as an unticked box, are gone. */
const ownedBy: Readonly<Record<Part, RegExp>> = {
  text: /^(title|summary|text|source|clauses|clause-\d+|effect-\d+|topic-.*)$/,
  parties: /^party-.*$/,
  approvals: /^approval-.*$/,
  terms: /^(needs|atLeast|deadline-(day|month|year)|start)$/,
  change: /^(changed|reason|reopens-.*)$/,
};

/** A draft’s answers with those of one page in the place of what that page said before. */
export function withPart(kept: Answers, part: Part, sent: Answers): Answers {
  const others = Object.entries(kept).filter(([name]) => !ownedBy[part].test(name));
  const own = Object.entries(sent).filter(([name]) => ownedBy[part].test(name));
  return Object.fromEntries([...others, ...own]);
}

/** The answers that say what a version says: what an amendment begins with. */
export const answersOf = (version: ProposalVersion): Answers => ({
  title: version.title,
  summary: version.summary,
  text: version.text,
  source: version.source,
  clauses: String(version.clauses.length),
  ...Object.fromEntries(
    version.clauses.flatMap(({ text, effect }, index) => [
      [`clause-${index + 1}`, text],
      [`effect-${index + 1}`, effect],
    ]),
  ),
  ...ticked('topic', version.topics),
  ...ticked(
    'party',
    version.parties.map(({ bodyId }) => bodyId),
  ),
  ...ticked(
    'approval',
    version.parties.flatMap(({ bodyId, approvals }) => approvals.map((each) => `${bodyId}.${each}`)),
  ),
  needs: version.needs === 'all' ? 'all' : 'enough',
  atLeast: version.needs === 'all' ? '' : String(version.needs.atLeast),
  ...dateAnswers('deadline', version.deadline),
  start: version.start,
  // Whoever changes the text reopens every adoption unless the drafter says which still stand.
  ...ticked(
    'reopens',
    version.parties.map(({ bodyId }) => bodyId),
  ),
  seen: String(version.number),
});

const ticked = (group: string, values: readonly string[]): Answers =>
  Object.fromEntries(values.map((value) => [`${group}-${value}`, 'yes']));

/** What is ticked of a group of boxes: `tickedIn(answers, 'party')` is the chosen bodies. */
export const tickedIn = (answers: Answers, group: string): readonly string[] =>
  Object.entries(answers)
    .filter(([name, value]) => name.startsWith(`${group}-`) && value === 'yes')
    .map(([name]) => name.slice(group.length + 1));

/** The approvals ticked for a party. */
export const approvalsTicked = (answers: Answers, bodyId: string) =>
  approvalKinds.filter((each) => answers[`approval-${bodyId}.${each}`] === 'yes');
