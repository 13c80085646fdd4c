import type { Answers } from '#platform/http';
import { dateAnswers } from '#platform/web';
import type { StoodProposal } from '#modules/governance';
import type { Agreement, AgreementVersion } from '../../../domain/agreement/agreement.ts';
import { textOf } from '../../../domain/agreement/write-text.ts';

/** The pages of a draft, in their order. `change` is asked of an amendment alone. */
export const parts = {
  about: 'What it is',
  parties: 'The parties',
  signing: 'How it is signed',
  text: 'What it says',
  outcomes: 'What it is for',
  change: 'What changes',
} as const;
export type Part = keyof typeof parts;

const inOrder: readonly Part[] = ['about', 'parties', 'signing', 'text', 'outcomes'];
export const partsOf = (isAmendment: boolean): readonly Part[] =>
  isAmendment ? [...inOrder, 'change'] : inOrder;

/** Which answers a page of the draft asks: those it does not send again, such as an unticked box, are gone. */
const ownedBy: Readonly<Record<Part, RegExp>> = {
  about:
    /^(title|summary|kind|renews|partOf|placeId|source|framework|how|precision|(from|until|published)-(day|month|year))$/,
  parties: /^(party|partner)-.*$/,
  signing: /^(approval-.*|needs|atLeast|deadline-(day|month|year))$/,
  text: /^(principles|text)$/,
  outcomes: /^outcome-.*$/,
  change: /^(changed|reason)$/,
};

/** A draft’s answers with those of one page in the place of what that page said before. */
export function withPart(kept: Answers, part: Part, sent: Answers): Answers {
  const others = Object.entries(kept).filter(([name]) => !ownedBy[part].test(name));
  const own = Object.entries(sent).filter(([name]) => ownedBy[part].test(name));
  return Object.fromEntries([...others, ...own]);
}

/** The answers that say what a version says: what an amendment begins with. */
export const answersOf = (
  agreement: Agreement,
  version: AgreementVersion,
  stood: StoodProposal | undefined,
): Answers => ({
  title: version.title,
  summary: version.summary,
  kind: agreement.kind,
  renews: agreement.renews ?? '',
  partOf: agreement.partOf ?? '',
  placeId: agreement.placeId ?? '',
  source: version.source,
  framework: version.frameworkId ?? '',
  how: 'signing',
  ...dateAnswers('from', version.term.from),
  ...dateAnswers('until', version.term.until),
  ...ticked('party', idsOf(version, false)),
  ...ticked('partner', idsOf(version, true)),
  ...ticked(
    'approval',
    stood?.version.parties.flatMap(({ bodyId, approvals }) => approvals.map((each) => `${bodyId}.${each}`)) ??
      [],
  ),
  needs: stood === undefined || stood.version.needs === 'all' ? 'all' : 'enough',
  atLeast: stood === undefined || stood.version.needs === 'all' ? '' : String(stood.version.needs.atLeast),
  principles: version.principles.map(({ text }) => text).join('\n'),
  text: textOf(version.sections),
  ...ticked('outcome', version.outcomeIds),
  seen: String(version.number),
});

const idsOf = ({ parties: all }: AgreementVersion, partners: boolean): readonly string[] =>
  all.filter(({ capacity }) => (capacity === 'partner') === partners).map(({ bodyId }) => bodyId);

const ticked = (group: string, values: readonly string[]): Answers =>
  Object.fromEntries(values.map((value) => [`${group}-${value}`, 'yes']));

/** What is ticked of a group of boxes: `tickedIn(answers, 'party')` is the chosen bodies. */
export const tickedIn = (answers: Answers, group: string): readonly string[] =>
  Object.entries(answers)
    .filter(([name, value]) => name.startsWith(`${group}-`) && value === 'yes')
    .map(([name]) => name.slice(group.length + 1));
