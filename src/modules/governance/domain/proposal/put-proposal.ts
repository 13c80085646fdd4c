import type { IsoDate } from '#platform/kernel';
import type { Clause } from '../decision/clause.ts';
import type { Approval, Proposal } from './proposal.ts';

/** One version of a proposal as published: everything that a party adopts or refuses. */
export type ProposalVersion = Readonly<{
  number: number;
  at: Date;
  title: string;
  /** What is proposed, in a few sentences. */
  summary: string;
  text: string;
  /** What each party is asked to resolve, in the words of its own record. */
  clauses: readonly Clause[];
  parties: readonly PutTo[];
  needs: Proposal['needs'];
  deadline: IsoDate | undefined;
  start: Proposal['start'];
  /** The parties whose adoption no longer stands under it; empty for the first. */
  reopens: readonly string[];
  /** What it changes in the version before, and why; empty for the first. */
  changed: string;
  reason: string;
  places: readonly string[];
  topics: readonly string[];
  source: string;
  certainty: 'stated' | 'confirmed' | 'illustrative';
  publishedBy: string;
  recordedAt: Date;
}>;

/** A body that a version is put to, and which of its parts must each approve. */
export type PutTo = Readonly<{ bodyId: string; approvals: readonly [Approval, ...Approval[]] }>;

/** A joint proposal with all its versions, the first first. */
export type PutProposal = Readonly<{
  id: string;
  /** The body that drafted it, and alone may amend it. */
  draftedBy: string;
  versions: readonly [ProposalVersion, ...ProposalVersion[]];
  recordedAt: Date;
}>;

/** A party that has left. */
export type Withdrawal = Readonly<{
  bodyId: string;
  at: Date;
  says: string;
  decisionId: string | undefined;
  byOffice: string;
}>;

/** The page of a proposal, which is also how every other thing points at it. */
export const proposalPath = ({ id }: Pick<PutProposal, 'id'>): string => `/proposals/${id}`;

/** The version that stood at a moment; undefined before the first. */
export function versionAt({ versions }: PutProposal, at: Date): ProposalVersion | undefined {
  return versions.findLast((version) => version.at <= at);
}

/** No proposal is amended so often, and no table holds a number beyond. */
export const isVersionNumber = (number: number): boolean =>
  Number.isInteger(number) && number > 0 && number < 1_000_000;
