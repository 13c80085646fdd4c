import type { IsoDate } from '#platform/kernel';
import type { Due } from './due.ts';

/** Where a promise stands, in plain words. Each is set with evidence; without any it stays at `no-evidence`. */
export const statuses = {
  'under-way': 'Under way',
  kept: 'Kept',
  'partly-kept': 'Kept in part',
  'not-kept': 'Not kept',
  withdrawn: 'Given up',
} as const;
export type Status = keyof typeof statuses;

/** Nothing more is expected of a promise once it stands so, unless it is reopened. */
export const isClosed = (status: Status | 'no-evidence'): boolean =>
  status === 'kept' || status === 'not-kept' || status === 'withdrawn';

export const evidenceKinds = {
  link: 'A page on the web',
  paper: 'A paper or a book',
  decision: 'A decision recorded here',
  reading: 'Readings recorded here',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

/** What each kind of fact is called where it is told. */
export const factKinds = {
  owner: 'Owning office named',
  milestone: 'Milestone set',
  moved: 'Milestone moved',
  met: 'Milestone met',
  missed: 'Milestone missed',
  unmet: 'Milestone found not to be met after all',
  evidence: 'Evidence added',
  status: 'Status set',
  reopened: 'Opened again',
  reply: 'Reply',
  linked: 'Linked',
  unlinked: 'Link taken back',
  joined: 'Joined with the same promise elsewhere',
} as const;
export type FactKind = keyof typeof factKinds;

type Said = Readonly<{
  /** Its place among the facts of its commitment, from 1. Milestones and evidence are known by it. */
  number: number;
  on: IsoDate;
  /** In words: what shows it, why it slipped. */
  says: string;
  source: string;
  /** The body and the office that say so. */
  bodyId: string;
  byOffice: string;
}>;

type Particular =
  | Readonly<{ kind: 'owner'; officeId: string; office: string }>
  | Readonly<{ kind: 'milestone'; what: string; due: Due | undefined }>
  | Readonly<{ kind: 'moved'; milestone: number; due: Due }>
  | Readonly<{ kind: 'met'; milestone: number; evidence: readonly number[] }>
  | Readonly<{ kind: 'missed'; milestone: number }>
  | Readonly<{ kind: 'unmet'; milestone: number }>
  | Readonly<{ kind: 'evidence'; evidence: EvidenceKind; at: string }>
  | Readonly<{ kind: 'status'; status: Status; evidence: readonly number[] }>
  | Readonly<{ kind: 'reopened' }>
  /** `to`: the fact it replies to; undefined: all that is said. */
  | Readonly<{ kind: 'reply'; to: number | undefined }>
  /** `at`: the page of the other thing. */
  | Readonly<{ kind: 'linked'; at: string }>
  | Readonly<{ kind: 'unlinked'; at: string }>
  | Readonly<{ kind: 'joined'; at: string }>;

/** Something that was said or done about a promise, on a day. Nothing else is kept of where it stands. */
export type CommitmentFact = Said & Particular;

/** A fact as an office tells it, before its number and the office are added. */
export type ToldFact = Pick<Said, 'on' | 'says' | 'source'> & Particular;
