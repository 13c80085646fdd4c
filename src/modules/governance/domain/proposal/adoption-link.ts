import type { ClauseEffect } from '../decision/clause.ts';
import type { DecidedClause, Decision, MakerKind } from '../decision/decision.ts';
import type { Approval } from './proposal.ts';

/**
 * What a record of a decision says of a joint proposal: which version it adopts or refuses, by which of its own clauses, and
 * which of the party’s approvals that gives. One record may carry two: a Cabinet adopts and recommends to its Council.
 */
export type AdoptionLink = Readonly<{
  proposalId: string;
  version: number;
  approval: Approval;
  /** The number of the clause, as the record has it. */
  clause: string;
  outcome: 'adopted' | 'refused';
}>;

export type AdoptionRefusal = keyof typeof adoptionSentences;

/** Why a decision cannot count as a party’s answer, each with the way out. */
export const adoptionSentences = {
  'no-such-proposal':
    'There is no such joint proposal. Take the link away, or choose a proposal from the list',
  'no-such-version': 'The proposal has no such version. Its page says which version stands',
  'not-a-party': 'Your body is not a party to this proposal. Its drafter can amend the parties',
  'not-its-approval':
    'The proposal does not ask for this approval of your body. Its page says which approvals it asks for',
  'no-such-clause': 'The decision has no clause of this number. Give the number of the clause that adopts',
  'clause-cannot-bind':
    'This clause cannot give this approval. An executive adopts by an executive clause, a Council by resolving or on a recommendation to it, a committee by resolving',
  'answered-before': 'This decision already answers the proposal for this approval',
} as const;

const executiveMakers: ReadonlySet<MakerKind> = new Set([
  'cabinet',
  'cabinet-committee',
  'cabinet-member',
  'leader',
  'officer',
  'joint-committee',
  'area-committee',
]);
const makersOf: Readonly<Record<Approval, ReadonlySet<MakerKind>>> = {
  executive: executiveMakers,
  council: new Set(['council']),
  committee: new Set(['committee', 'joint-committee']),
};
const bindingEffect: Readonly<Record<Approval, ClauseEffect>> = {
  executive: 'executive',
  council: 'resolve',
  committee: 'resolve',
};

/** The approval a clause can give, and none where a forum endorses or a clause only notes. */
export function approvalBy(
  { makerKind }: Pick<Decision, 'makerKind'>,
  { effect }: Pick<DecidedClause, 'effect'>,
): Approval | undefined {
  if (effect === 'recommend-to-council') return 'council';
  return (['executive', 'council', 'committee'] as const).find(
    (approval) => makersOf[approval].has(makerKind) && bindingEffect[approval] === effect,
  );
}

/** Whether a clause can answer for an approval: to refuse, whoever may give it need only say so. */
export function canAnswer(
  decision: Pick<Decision, 'makerKind'>,
  clause: Pick<DecidedClause, 'effect'>,
  { approval, outcome }: Pick<AdoptionLink, 'approval' | 'outcome'>,
): boolean {
  return outcome === 'refused'
    ? makersOf[approval].has(decision.makerKind)
    : approvalBy(decision, clause) === approval;
}

/**
 * The answers by which a draft of a decision says what it adopts. Each approval’s answer is the number of the clause that
 * gives it, or empty.
 */
export const adoptionAnswers = {
  proposal: 'adopts',
  version: 'adopts-version',
  outcome: 'adopts-outcome',
  executive: 'adopts-executive',
  council: 'adopts-council',
  committee: 'adopts-committee',
} as const;

/** What a draft’s answers say of a joint proposal; none where they name no proposal. */
export function adoptionLinks(answers: Readonly<Record<string, string>>): readonly AdoptionLink[] {
  const proposalId = (answers[adoptionAnswers.proposal] ?? '').trim();
  if (proposalId === '') return [];
  const version = Number(answers[adoptionAnswers.version] ?? '');
  const outcome = answers[adoptionAnswers.outcome] === 'refused' ? 'refused' : 'adopted';
  return (['executive', 'council', 'committee'] as const).flatMap((approval) => {
    const clause = (answers[adoptionAnswers[approval]] ?? '').trim();
    return clause === '' ? [] : [{ proposalId, version, approval, clause, outcome } as const];
  });
}
