import type { Answers } from '#platform/http';
import { clip } from '#platform/kernel';
import type { ClauseEffect } from '../../../domain/decision/clause.ts';
import type { MakerKind } from '../../../domain/decision/decision.ts';
import {
  type AdoptionLink,
  type AdoptionOutcome,
  adoptionDraft,
} from '../../../domain/proposal/adoption-link.ts';
import type { Route } from '../../../domain/proposal/take-up.ts';
import type { StoodProposal } from '../../../queries/proposal-at.ts';
import { inClauseOrder, keptClause } from '../../decisions/draft/steps/clause-form.ts';
import { placeBox, topicBox } from '../../decisions/draft/steps/links-form.ts';

/** Who decides by each route, as the forms of records and notices call them. */
const makersBy: Readonly<Record<Route, Readonly<{ makerKind: MakerKind; decisionMaker: string }>>> = {
  'executive-and-council': { makerKind: 'cabinet', decisionMaker: 'The Cabinet' },
  executive: { makerKind: 'cabinet', decisionMaker: 'The Cabinet' },
  council: { makerKind: 'council', decisionMaker: 'The Council' },
  committee: { makerKind: 'committee', decisionMaker: '' },
};

/** What a draft of the record of a decision begins with, so that it answers the proposal by this route. */
export function decisionAnswers(stood: StoodProposal, route: Route, outcome: AdoptionOutcome): Answers {
  const { version, proposal } = stood;
  const clauses = outcome === 'refused' ? [refusalBy(stood, route)] : clausesBy(stood, route);
  const numberOf = (effect: ClauseEffect) => {
    const index = clauses.findIndex((clause) => clause.effect === effect);
    return index < 0 ? undefined : String(index + 1);
  };
  const isExecutive = route === 'executive' || route === 'executive-and-council';
  const link: AdoptionLink = {
    proposalId: proposal.id,
    version: version.number,
    outcome,
    // A Cabinet that does not adopt recommends nothing: the Council is not asked.
    by: outcome === 'refused' && isExecutive ? { executive: '1' } : givenBy(route, numberOf),
  };
  return {
    ...matterOf(stood),
    ...makersBy[route],
    executive: isExecutive ? 'yes' : 'no',
    ...(isExecutive ? {} : { key: 'no' }),
    historic: 'no',
    reasons: version.summary,
    reportsStated: 'some',
    reports: `Joint proposal “${version.title}”, version ${version.number}`,
    waived: 'no',
    ...inClauseOrder(clauses.map((_, index) => index + 1)),
    ...Object.assign(
      {},
      ...clauses.map(({ effect, text }, index) =>
        keptClause(index + 1, { number: String(index + 1), effect, text }),
      ),
    ),
    ...adoptionDraft(link),
    ...Object.fromEntries(version.places.map((place) => [placeBox(place), 'yes'])),
    ...Object.fromEntries(version.topics.map((topic) => [topicBox(topic), 'yes'])),
  };
}

/** What a draft of the notice of that decision begins with. */
export function noticeAnswers(stood: StoodProposal, route: Route): Answers {
  const { title, issue } = matterOf(stood);
  return {
    title,
    matter: issue,
    ...makersBy[route],
    ...Object.fromEntries(stood.version.topics.map((topic) => [`topic-${topic}`, 'yes'])),
    ...Object.fromEntries(stood.version.places.map((place) => [`place-${place}`, 'yes'])),
  };
}

const matterOf = ({ version, bodies, proposal }: StoodProposal) => ({
  title: clip(`Joint proposal: ${version.title}`, 190),
  issue: `Whether to adopt version ${version.number} of the joint proposal “${version.title}”, put by ${bodies.get(proposal.draftedBy)?.name ?? proposal.draftedBy}. ${version.summary}`,
});

/** Not to adopt is a decision too, in a clause of its own. */
const refusalBy = ({ version }: StoodProposal, route: Route): DraftClause => ({
  effect: route === 'council' || route === 'committee' ? 'resolve' : 'executive',
  text: `That version ${version.number} of the joint proposal “${version.title}” be not adopted`,
});

type DraftClause = Readonly<{ effect: ClauseEffect; text: string }>;

/** The proposal’s clauses as this part of the council decides them. */
function clausesBy({ version }: StoodProposal, route: Route): readonly DraftClause[] {
  const adopted = `That version ${version.number} of the joint proposal “${version.title}” be adopted`;
  const as = (effect: ClauseEffect, clauses: readonly Readonly<{ text: string }>[]): readonly DraftClause[] =>
    (clauses.length === 0 ? [{ text: adopted }] : clauses).map(({ text }) => ({ effect, text }));
  const forCouncil = version.clauses.filter(({ effect }) => effect === 'recommend-to-council');
  const forExecutive = version.clauses.filter(({ effect }) => effect !== 'recommend-to-council');
  switch (route) {
    case 'executive':
      return as('executive', forExecutive);
    case 'executive-and-council':
      return [...as('executive', forExecutive), ...as('recommend-to-council', forCouncil)];
    case 'council':
    case 'committee':
      return as('resolve', route === 'council' && forCouncil.length > 0 ? forCouncil : version.clauses);
    default:
      return route satisfies never;
  }
}

/** Which clause gives which approval. */
function givenBy(route: Route, numberOf: (effect: ClauseEffect) => string | undefined): AdoptionLink['by'] {
  const given = (effect: ClauseEffect) => numberOf(effect) ?? '1';
  switch (route) {
    case 'executive':
      return { executive: given('executive') };
    case 'executive-and-council':
      return { executive: given('executive'), council: given('recommend-to-council') };
    case 'council':
      return { council: given('resolve') };
    case 'committee':
      return { committee: given('resolve') };
    default:
      return route satisfies never;
  }
}
