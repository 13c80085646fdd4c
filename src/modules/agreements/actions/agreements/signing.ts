import { formatDate, type IsoDate } from '#platform/kernel';
import type { Approval, ProposalAsked } from '#modules/governance';
import type { NewVersion } from '../../domain/agreement/accept-agreement.ts';
import { textOf } from '../../domain/agreement/write-text.ts';

/** How an agreement is signed: which parts of each party approve it, how many must, by when. */
export type SigningTerms = Readonly<{
  approvals: ReadonlyMap<string, readonly [Approval, ...Approval[]]>;
  needs: ProposalAsked['needs'];
  deadline: IsoDate | undefined;
}>;

/** The joint proposal by which the parties sign a version: its whole text, put to those who sign. */
export function proposalOf(
  version: NewVersion,
  number: number,
  { approvals, needs, deadline }: SigningTerms,
  places: readonly string[],
): ProposalAsked {
  const signing = version.parties.filter(({ capacity }) => capacity !== 'partner');
  return {
    title: version.title,
    summary: version.summary,
    text: wholeText(version),
    clauses: [
      {
        number: '1',
        effect: 'resolve',
        text: `That the council be a party to the agreement “${version.title}”, version ${number}`,
      },
    ],
    parties: signing.map(({ bodyId }) => ({ bodyId, approvals: approvals.get(bodyId) ?? ['executive'] })),
    needs,
    deadline,
    start: 'all-together',
    reopens: [],
    changed: version.changed,
    reason: version.reason,
    places: places.filter((place) => version.parties.some(({ bodyId }) => bodyId === place)),
    topics: [],
    source: version.source,
  };
}

/** All that a party adopts, as one text: a sentence a line. */
function wholeText({ principles, sections, term }: NewVersion): string {
  const days = [
    ...(term.from === undefined ? [] : [`from ${formatDate(term.from)}`]),
    ...(term.until === undefined ? [] : [`to ${formatDate(term.until)}`]),
  ];
  return [
    ...(days.length === 0 ? [] : [`The agreement runs ${days.join(' ')}.`]),
    ...principles.map(({ number, text }) => `Principle ${number}: ${text}`),
    textOf(sections),
  ].join('\n');
}
