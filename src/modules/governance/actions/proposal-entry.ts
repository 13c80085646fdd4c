import { clip, formatDate, listInWords } from '#platform/kernel';
import { type Entry, publicEntry } from '#platform/record';
import { clauseEffects } from '../domain/decision/clause.ts';
import { type ProposalVersion, proposalPath, type PutProposal } from '../domain/proposal/put-proposal.ts';
import type { Found } from '../store/found.ts';

type NameOf = (bodyId: string) => string;

/** The record’s entry of a version: all of it, so that the page could be rebuilt from it. */
export function versionEntry(
  proposal: Pick<PutProposal, 'id' | 'draftedBy'>,
  version: ProposalVersion,
  nameOf: NameOf,
): Entry {
  const isFirst = version.number === 1;
  const parties = version.parties.map(({ bodyId }) => bodyId);
  const title = clip(version.title, 120);
  return publicEntry({
    act: isFirst ? 'governance.proposal.put' : 'governance.proposal.amended',
    subject: proposalPath(proposal),
    summary: isFirst
      ? `Joint proposal put to ${listInWords(parties.map(nameOf))}: ${title}`
      : `Joint proposal amended, version ${version.number}: ${title}`,
    facts: {
      id: proposal.id,
      draftedBy: proposal.draftedBy,
      number: version.number,
      publishedAt: version.at.toISOString(),
      title: version.title,
      summary: version.summary,
      text: version.text,
      clauses: version.clauses.map(({ number, effect, text }) => ({ number, effect, text })),
      parties: version.parties.map(({ bodyId, approvals }) => ({ bodyId, approvals: [...approvals] })),
      needs: version.needs === 'all' ? 'all' : version.needs.atLeast,
      deadline: version.deadline ?? null,
      start: version.start,
      reopens: [...version.reopens],
      changed: version.changed,
      reason: version.reason,
      source: version.source,
      certainty: version.certainty,
    },
    about: {
      bodies: [...new Set([proposal.draftedBy, ...parties])],
      places: version.places,
      topics: version.topics,
    },
  });
}

/** What a proposal can be found by. */
export const proposalFound = (
  proposal: Pick<PutProposal, 'id' | 'draftedBy'>,
  version: ProposalVersion,
  on: Found['on'],
): Found => ({
  subject: proposalPath(proposal),
  kind: 'proposal',
  bodyId: proposal.draftedBy,
  title: version.title,
  text: [
    version.summary,
    version.text,
    ...version.clauses.map(
      ({ number, text, effect }) => `${number}. ${text} (${clauseEffects[effect].title})`,
    ),
    version.deadline === undefined ? '' : `Last day to adopt: ${formatDate(version.deadline)}`,
  ].join('\n'),
  on,
  places: version.places,
  topics: version.topics,
});
