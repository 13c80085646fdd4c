import type { IsoDate } from '#platform/kernel';
import type { Standing } from '../decision/clause-standing.ts';

/** One text put to several sovereign bodies, each of which adopts it by its own route or does not. */
export type Proposal = Readonly<{
  title: string;
  /** The body that drafted it, and alone may amend it. */
  draftedBy: string;
  parties: readonly Party[];
  /** How many parties must adopt it: all of them, or enough. */
  needs: 'all' | Readonly<{ atLeast: number }>;
  /** The last day on which a party’s decision to adopt counts. */
  deadline: IsoDate | undefined;
  /** Whether a party may start on its own, or nobody before every party’s call-in is over. */
  start: 'each-when-ready' | 'all-together';
  /** The first is version 1. An amendment says whose adoption no longer stands. */
  versions: readonly Readonly<{ number: number; at: Date; reopens: readonly string[] }>[];
}>;

export const approvals = { executive: 'executive', council: 'Council', committee: 'committee' } as const;
export type Approval = keyof typeof approvals;
export const approvalKinds: readonly Approval[] = ['executive', 'council', 'committee'];

/** A body the proposal is put to, and which of its parts must each approve. */
export type Party = Readonly<{
  bodyId: string;
  name: string;
  approvals: readonly [Approval, ...Approval[]];
  /**
   * When an approval could first have effect if it were decided and published now, by the party’s own rules; undefined
   * where those are not known. Each is asked for only while nothing is recorded.
   */
  soonest: Readonly<Partial<Record<Approval, Date>>>;
}>;

/** What the parties and their fate have done to a proposal, as known at a moment. */
export type ProposalFacts = Readonly<{
  adoptions: readonly Adoption[];
  withdrawals: readonly Readonly<{ bodyId: string; at: Date }>[];
  /** Parties that merged or were abolished, and who stands in their place. */
  endings: readonly Readonly<{ bodyId: string; at: Date; successors: readonly string[] }>[];
}>;

/** A party’s own decision on the proposal, and where its clause stands at the moment asked. */
export type Adoption = Readonly<{
  bodyId: string;
  approval: Approval;
  version: number;
  decidedAt: Date;
  outcome: 'adopted' | 'refused';
  standing: Standing;
  /** The clause of the decision that it is in, where a decision is recorded. */
  evidence?: Readonly<{ decisionId: string; clause: string }>;
}>;
