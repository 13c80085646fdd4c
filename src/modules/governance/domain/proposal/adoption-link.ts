import type { ClauseEffect } from '../decision/clause.ts';
import type { DecidedClause, Decision, MakerKind } from '../decision/decision.ts';
import { type Approval, approvalKinds } from './proposal.ts';

/**
 * What a record of a decision says of a joint proposal: which version it adopts or refuses, and by which of its own clauses
 * each of the party’s approvals is given. One record may give two: a Cabinet adopts and recommends to its Council.
 */
export type AdoptionLink = Readonly<{
  proposalId: string;
  version: number;
  outcome: AdoptionOutcome;
  /** The number of the clause, as the record has it, by the approval that it gives. */
  by: Readonly<Partial<Record<Approval, string>>>;
}>;

export const adoptionOutcomes = { adopted: 'Adopts it', refused: 'Does not adopt it' } as const;
export type AdoptionOutcome = keyof typeof adoptionOutcomes;

export type AdoptionRefusal = keyof typeof adoptionSentences;

/** Why a decision cannot count as a party’s answer, each with the way out. */
export const adoptionSentences = {
  'no-such-proposal':
    'There is no such joint proposal. Take the link away, or choose a proposal from the list',
  'no-such-version': 'The proposal has no such version. Its page says which version stands',
  'not-a-party': 'Your body is not a party to this proposal. Its drafter can amend the parties',
  'not-its-approval':
    'The proposal does not ask for this approval of your body. Its page says which approvals it asks for',
  'no-approval-named': 'Say which clause gives which approval: give the number of at least one clause',
  'no-such-clause': 'The decision has no clause of this number. Give the number of the clause that adopts',
  'clause-cannot-bind':
    'This clause cannot give this approval. An executive adopts by an executive clause, a Council by resolving or on a recommendation to it, a committee by resolving',
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
  return approvalKinds.find(
    (approval) => makersOf[approval].has(makerKind) && bindingEffect[approval] === effect,
  );
}

/** Whether a clause can answer for an approval: to refuse, whoever may give it need only say so. */
export function canAnswer(
  decision: Pick<Decision, 'makerKind'>,
  clause: Pick<DecidedClause, 'effect'>,
  approval: Approval,
  outcome: AdoptionOutcome,
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

/** What a draft’s answers say of a joint proposal; undefined where they name none. */
export function adoptionLink(answers: Readonly<Record<string, string>>): AdoptionLink | undefined {
  const given = (name: keyof typeof adoptionAnswers) => (answers[adoptionAnswers[name]] ?? '').trim();
  if (given('proposal') === '') return undefined;
  const by = approvalKinds.flatMap((approval) =>
    given(approval) === '' ? [] : [[approval, given(approval)] as const],
  );
  return {
    proposalId: given('proposal'),
    version: Number(given('version')),
    outcome: given('outcome') === 'refused' ? 'refused' : 'adopted',
    by: Object.fromEntries(by),
  };
}

/** The same as answers, to fill a draft with. */
export function adoptionDraft({
  proposalId,
  version,
  outcome,
  by,
}: AdoptionLink): Readonly<Record<string, string>> {
  return {
    [adoptionAnswers.proposal]: proposalId,
    [adoptionAnswers.version]: String(version),
    [adoptionAnswers.outcome]: outcome,
    ...Object.fromEntries(approvalKinds.map((approval) => [adoptionAnswers[approval], by[approval] ?? ''])),
  };
}
