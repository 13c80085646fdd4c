import { instantInLondon, londonDate } from '#platform/kernel';
import type { Standing } from '../decision/clause-standing.ts';
import { inOrder } from '../decision/in-order.ts';
import type { Adoption, Approval, Party, Proposal, ProposalFacts } from './proposal.ts';

/** Where one approval of one party is. */
export type Cell =
  | Readonly<{ cell: 'in-effect'; from: Date }>
  /** Decided, and takes effect at a moment that is known unless it is called in. */
  | Readonly<{ cell: 'about-to-take-effect'; from: Date }>
  /** Decided, and stopped: called in, sent back, before the Council, or by rules nobody knows. */
  | Readonly<{ cell: 'stopped'; standing: Standing }>
  | Readonly<{ cell: 'not-recorded' }>
  /** The last decision was on an earlier version, and an amendment has reopened it. */
  | Readonly<{ cell: 'reopened'; byVersion: number }>
  | Readonly<{ cell: 'refused'; at: Date }>
  | Readonly<{ cell: 'too-late'; at: Date }>
  | Readonly<{ cell: 'withdrawn'; at: Date }>
  | Readonly<{ cell: 'party-ended'; at: Date; successors: readonly string[] }>;

/**
 * One cell of the matrix at a moment. What the party did last counts: it may refuse and later adopt. Having withdrawn it is
 * out until it adopts again, since no amendment by others can bring it back. An approval that was in effect before the party
 * ended binds whoever stands in its place.
 */
export function cellOf(
  proposal: Proposal,
  party: Party,
  approval: Approval,
  facts: ProposalFacts,
  at: Date,
): Cell {
  const ended = endingOf(party, facts, at);
  const withdrawn = inOrder(ofParty(party, facts.withdrawals)).findLast((each) =>
    isInTime(each.at, ended, at),
  );
  const last = lastAnswer(party, approval, facts, at);
  if (withdrawn !== undefined && (last === undefined || withdrawn.at >= last.decidedAt))
    return { cell: 'withdrawn', at: withdrawn.at };
  const found = last === undefined ? ({ cell: 'not-recorded' } as const) : adopted(proposal, last, at);
  const boundBefore = found.cell === 'in-effect' && (ended === undefined || found.from < ended.at);
  if (ended !== undefined && !boundBefore)
    return { cell: 'party-ended', at: ended.at, successors: ended.successors };
  return found;
}

/** What a party last decided for an approval; where two were taken at one moment, the one entered last. */
export function lastAnswer(
  party: Party,
  approval: Approval,
  facts: ProposalFacts,
  at: Date,
): Adoption | undefined {
  const ended = endingOf(party, facts, at);
  return ofParty(party, facts.adoptions)
    .filter((each) => each.approval === approval && isInTime(each.decidedAt, ended, at))
    .toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime())
    .at(-1);
}

type Ending = ProposalFacts['endings'][number];

const ofParty = <Fact extends Readonly<{ bodyId: string }>>({ bodyId }: Party, all: readonly Fact[]) =>
  all.filter((each) => each.bodyId === bodyId);

const endingOf = (party: Party, { endings }: ProposalFacts, at: Date): Ending | undefined =>
  inOrder(ofParty(party, endings)).find((each) => each.at <= at);

/** A body that has ended decides nothing more, whatever was entered for it since. */
const isInTime = (moment: Date, ended: Ending | undefined, at: Date): boolean =>
  moment <= at && (ended === undefined || moment < ended.at);

function adopted(proposal: Proposal, last: Adoption, at: Date): Cell {
  const { decidedAt, outcome, version, standing } = last;
  const reopening = reopenedBy(proposal, last, at);
  if (reopening !== undefined) return { cell: 'reopened', byVersion: reopening };
  if (outcome === 'refused') return { cell: 'refused', at: decidedAt };
  const { deadline } = proposal;
  if (deadline !== undefined && londonDate(decidedAt) > deadline) return { cell: 'too-late', at: decidedAt };
  if (!proposal.versions.some(({ number }) => number === version)) return { cell: 'not-recorded' };
  switch (standing.standing) {
    case 'in-effect':
      return { cell: 'in-effect', from: standing.from };
    case 'open-to-call-in':
    case 'about-to-take-effect':
      return { cell: 'about-to-take-effect', from: instantInLondon(standing.effective) };
    case 'ended':
      return { cell: 'refused', at: standing.since };
    case 'not-published':
    case 'called-in':
    case 'referred-back':
    case 'before-council':
    case 'waits-for-council':
    case 'not-known':
      return { cell: 'stopped', standing };
    default:
      return standing satisfies never;
  }
}

/** The number of the first amendment since the version decided on under which this party’s adoption no longer stands. */
function reopenedBy({ versions }: Proposal, { bodyId, version }: Adoption, at: Date): number | undefined {
  const reopening = versions.filter(
    (amendment) => amendment.at <= at && amendment.number > version && amendment.reopens.includes(bodyId),
  );
  return inOrder(reopening).at(0)?.number;
}
