import type { Clause, ClauseEffect } from './clause.ts';
import type { MakerKind } from './decision.ts';

/** How a body was run on the day of a decision, by its own rules; undefined: not known. */
export type BodyOnDay = Readonly<{
  regime: 'executive' | 'committee' | undefined;
  mayVote: boolean | undefined;
}>;

/** All that a body may do that does not decide by vote. */
export const effectsWithoutVote: readonly ClauseEffect[] = ['endorse', 'recommend', 'note'];

/** Why a body could not take a decision of this kind on that day. */
export type MayNotTake =
  /** It does not decide by vote, and these clauses decide. */
  | Readonly<{ mayNot: 'decide-without-vote'; clauses: readonly string[] }>
  /** It is run by committees, so nothing it decides is executive. */
  | Readonly<{ mayNot: 'decide-as-executive'; clauses: readonly string[] }>;

/** Undefined: it could. What is not known of its rules forbids nothing. */
export function mayNotTake(
  {
    clauses,
    isExecutive,
    isKey,
  }: Readonly<{ clauses: readonly Clause[]; isExecutive: boolean; isKey: boolean }>,
  { regime, mayVote }: BodyOnDay,
): MayNotTake | undefined {
  const numbersOf = (found: readonly Clause[]) => found.map(({ number }) => number);
  const deciding = clauses.filter(({ effect }) => !effectsWithoutVote.includes(effect));
  if (mayVote === false && deciding.length > 0)
    return { mayNot: 'decide-without-vote', clauses: numbersOf(deciding) };
  const executive = clauses.filter(({ effect }) => effect === 'executive');
  if (regime === 'committee' && (executive.length > 0 || isExecutive || isKey))
    return { mayNot: 'decide-as-executive', clauses: numbersOf(executive) };
  return undefined;
}

/** Whether a maker decides in the place of several councils, and so only what each of them has delegated. */
export const isJoint = (makerKind: MakerKind): boolean =>
  makerKind === 'joint-committee' || makerKind === 'forum';
