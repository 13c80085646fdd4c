import type { IsoDate, WallTime } from '#platform/kernel';
import type { Signature } from '../call-in/signature.ts';
import type { UrgencyWaiver } from '../call-in/urgency-waiver.ts';
import type { Clause } from './clause.ts';

/** Everything that has happened to a decision, each thing with its day or moment. Where it stands is derived from this. */
export type DecisionFacts = Readonly<{
  takenOn: IsoDate;
  isKey: boolean;
  takenBy: 'body' | 'member' | 'officer';
  clauses: readonly Clause[];
  /** When the record was published; its time is not always known of old ones. */
  published: Readonly<{ on: IsoDate; at: WallTime | undefined }> | undefined;
  /** It was called in before, reconsidered, and published anew. */
  reconsideredBefore: boolean;
  waiver: UrgencyWaiver | undefined;
  signatures: readonly Signature[];
  hearings: readonly Hearing[];
  /** The Council’s answer where scrutiny referred the decision to it. */
  councilReviews: readonly CouncilReview[];
  /** What the decision maker did when the decision came back. */
  reconsiderations: readonly Reconsideration[];
  /** What the Council resolved on the clauses that recommend to it. */
  resolutions: readonly CouncilResolution[];
}>;

/** Scrutiny hears a call-in: lets the decision go, sends it back with its concerns, or sends it to the Council. */
export type Hearing = Readonly<{ at: Date; outcome: 'released' | 'referred-back' | 'referred-to-council' }>;

/**
 * The Council hears a decision that scrutiny referred to it. It objects, and the decision goes back; or, where the decision
 * is outside the budget or the policy framework, it decides instead.
 */
export type CouncilReview = Readonly<{ at: Date; outcome: 'no-objection' | 'objection' | 'decided-instead' }>;
export type Reconsideration = Readonly<{ at: Date; outcome: 'confirmed' | 'amended' | 'withdrawn' }>;
export type CouncilResolution = Readonly<{
  clause: string;
  at: Date;
  outcome: 'accepted' | 'accepted-with-changes' | 'refused';
}>;
