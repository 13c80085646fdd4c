import { capitalise, formatDate, type IsoDate, londonDate } from '#platform/kernel';
import { decisionPath } from '../../domain/decision/decision.ts';
import { approvals } from '../../domain/proposal/proposal.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { stepTitle } from '../call-in/words.ts';

/** One thing that happened to a proposal. */
export type StoryEvent = Readonly<{ on: IsoDate; title: string; text?: string; href?: string }>;

/** What has happened to a proposal by the moment it is shown at, the first first. */
export function storyOf(stood: StoodProposal, at: Date): readonly StoryEvent[] {
  const until = londonDate(at);
  const events = [
    ...versionsPut(stood),
    ...answersGiven(stood),
    ...afterAnswers(stood),
    ...stood.withdrawals.map(({ at: left, bodyId, says }) => ({
      on: londonDate(left),
      title: `${named(stood, bodyId)} withdrew`,
      text: says,
    })),
    ...stood.endings.map(({ at: ended, bodyId }) => ({
      on: londonDate(ended),
      title: `${named(stood, bodyId)} ended`,
    })),
    ...deadlineOf(stood),
    ...effectOf(stood),
  ];
  return events.filter(({ on }) => on <= until).toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

const named = ({ bodies }: StoodProposal, bodyId: string): string => bodies.get(bodyId)?.name ?? bodyId;

function versionsPut(stood: StoodProposal): readonly StoryEvent[] {
  const { proposal, version } = stood;
  return proposal.versions
    .filter(({ number }) => number <= version.number)
    .map(({ number, at, publishedBy, changed }) => ({
      on: londonDate(at),
      title: number === 1 ? `Put to the parties by ${publishedBy}` : `Version ${number}, by ${publishedBy}`,
      ...(changed !== '' && { text: changed }),
    }));
}

function answersGiven(stood: StoodProposal): readonly StoryEvent[] {
  return stood.adoptions.flatMap(({ decisionId, approval, outcome, version, bodyId, clause }) => {
    const decision = stood.decisions.get(decisionId)?.decision;
    if (decision === undefined) return [];
    const isRecommended = decision.clauses.some(
      ({ number, effect }) => number === clause && effect === 'recommend-to-council',
    );
    const did = outcome === 'adopted' ? 'adopted' : 'did not adopt';
    const whose = `${named(stood, bodyId)}’s ${isRecommended ? 'executive' : approvals[approval]}`;
    return [
      {
        on: decision.takenOn,
        title: isRecommended
          ? `${whose} recommended version ${version} to its Council`
          : `${whose} ${did} version ${version}`,
        text: `Published ${formatDate(decision.publishedOn)}.`,
        href: decisionPath(decision),
      },
    ];
  });
}

/** Call-ins of these decisions, what became of them, and what Councils resolved on recommendations. */
function afterAnswers({ decisions, ...stood }: StoodProposal): readonly StoryEvent[] {
  return [...decisions.values()].flatMap(({ decision, steps, standing }) => {
    const whose = stood.bodies.get(decision.bodyId)?.name ?? decision.bodyId;
    const href = decisionPath(decision);
    const calledInAt = standing.callIn?.judged?.calledInAt;
    return [
      ...(calledInAt === undefined
        ? []
        : [{ on: londonDate(calledInAt), title: `${whose}: the decision was called in`, href }]),
      ...steps.map((step) => ({
        on: londonDate(step.at),
        title: `${whose}: ${stepTitle(step)}`,
        ...(step.says !== '' && { text: capitalise(step.says) }),
        href,
      })),
    ];
  });
}

const deadlineOf = ({ version }: StoodProposal): readonly StoryEvent[] =>
  version.deadline === undefined ? [] : [{ on: version.deadline, title: 'Last day to adopt' }];

const effectOf = ({ matrix: { outcome } }: StoodProposal): readonly StoryEvent[] =>
  outcome.outcome === 'in-effect'
    ? [{ on: londonDate(outcome.from), title: 'In effect, with every approval it needs' }]
    : [];
