import type { IsoDate, Money, WallTime } from '#platform/kernel';
import type { Conflict } from '../record/record.ts';
import type { Clause } from './clause.ts';

/** Who can take a decision, as the law and constitutions name them. */
export const makers = {
  cabinet: { title: 'Cabinet', takenBy: 'body' },
  'cabinet-committee': { title: 'Committee of the cabinet', takenBy: 'body' },
  'cabinet-member': { title: 'Cabinet member', takenBy: 'member' },
  leader: { title: 'Leader', takenBy: 'member' },
  officer: { title: 'Officer', takenBy: 'officer' },
  'joint-committee': { title: 'Joint committee', takenBy: 'body' },
  'area-committee': { title: 'Area committee', takenBy: 'body' },
  council: { title: 'Full Council', takenBy: 'body' },
  committee: { title: 'Committee of the Council', takenBy: 'body' },
  'ward-councillor': { title: 'Ward councillor', takenBy: 'member' },
  forum: { title: 'Forum or board', takenBy: 'body' },
} as const satisfies Record<string, Readonly<{ title: string; takenBy: 'body' | 'member' | 'officer' }>>;
export type MakerKind = keyof typeof makers;

/** How much of a thing the public may see. */
export const accesses = {
  open: 'Open',
  'part-exempt': 'Part exempt',
  exempt: 'Exempt',
  confidential: 'Confidential',
} as const;
export type Access = keyof typeof accesses;

/** A paragraph as kept: its effect, to whom and within what it delegates, and what money it commits. */
export type DecidedClause = Clause &
  Readonly<{
    delegatedTo: string | undefined;
    limits: string | undefined;
    /** The function it is taken for, where a joint body decides under a delegation. */
    function: string | undefined;
    amount: Money | undefined;
  }>;

/** A published record of a decision. It is never edited: what changes is added, with its date. */
export type Decision = Readonly<{
  id: string;
  bodyId: string;
  /** The number in its address: `2008-001`. */
  reference: string;
  title: string;
  /** The matter, in a few sentences. */
  issue: string;
  makerKind: MakerKind;
  decisionMaker: string;
  committeeId: string | undefined;
  takenOn: IsoDate;
  isExecutive: boolean;
  isKey: boolean;
  keyReasons: string;
  noticeId: string | undefined;
  meetingId: string | undefined;
  itemId: string | undefined;
  clauses: readonly DecidedClause[];
  reasons: string;
  /** Undefined: the record does not say. Empty: it says there were none. The same for the four below. */
  alternatives: readonly string[] | undefined;
  conflicts: readonly Conflict[] | undefined;
  reports: readonly string[] | undefined;
  backgroundPapers: readonly string[] | undefined;
  reliedOn: readonly string[];
  shorterNotice: Readonly<{ regulation: 10 | 11; reasons: string }> | undefined;
  /** What the record itself tells its readers of call-in. */
  callInBy: IsoDate | undefined;
  callInSentTo: string;
  notOpenBecause: string;
  publishedOn: IsoDate;
  publishedAt: WallTime | undefined;
  /** Entered from an old record as it was, with its gaps. */
  isHistoric: boolean;
  /** The earlier decision that came back and is decided anew by this one. */
  reconsiders: string | undefined;
  places: readonly string[];
  topics: readonly string[];
  access: Access;
  /** Paragraphs of schedule 12A to the Local Government Act 1972. */
  paragraphs: readonly number[];
  publicInterest: string;
  source: string;
  publishedBy: string;
  externalReference: string | undefined;
  recordedAt: Date;
}>;

/** A dated addition to a published record. */
export type Correction = Readonly<{
  on: IsoDate;
  says: string;
  reason: string;
  byOffice: string;
  recordedAt: Date;
}>;

/** The page of a decision, which is also how every other thing points at it. */
export const decisionPath = ({ bodyId, reference }: Pick<Decision, 'bodyId' | 'reference'>): string =>
  `/decisions/${bodyId}/${reference}`;

/** The id of a decision, from its body and its number. */
export const decisionId = ({ bodyId, reference }: Pick<Decision, 'bodyId' | 'reference'>): string =>
  `${bodyId}/${reference}`;
