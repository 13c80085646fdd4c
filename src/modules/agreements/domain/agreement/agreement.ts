import type { IsoDate } from '#platform/kernel';
import type { RoughDay } from './rough-day.ts';
import type { ReachedStage } from './stage.ts';

/** One principle the parties hold to, in the order they gave. */
export type Principle = Readonly<{ number: string; text: string; cites: string }>;

/**
 * A part of an agreement’s text, sentence by sentence so that two versions can be held side by side. A sentence keeps its
 * key from version to version, whatever happens to its words or its place.
 */
export type Section = Readonly<{ key: string; title: string; sentences: readonly Sentence[] }>;
export type Sentence = Readonly<{ key: string; text: string; cites: string }>;

export const agreementKinds = {
  'local-area-agreement': 'Local area agreement',
  'statement-of-intent': 'Statement of intent',
  plan: 'Plan',
  other: 'Agreement',
} as const;
export type AgreementKind = keyof typeof agreementKinds;

/** Lead: the body that answers for it; party: signs it; partner: takes part and does not sign. */
export const capacities = { lead: 'Leads and signs', party: 'Signs', partner: 'Takes part' } as const;
export type Capacity = keyof typeof capacities;
export type AgreementParty = Readonly<{ bodyId: string; capacity: Capacity }>;

/** What an agreement says in one of its versions. A version is never edited. */
export type AgreementVersion = Readonly<{
  number: number;
  title: string;
  summary: string;
  /** The themes and outcomes it is for. */
  frameworkId: string | undefined;
  /** Of that framework, the outcomes it takes; none: it takes them all. */
  outcomeIds: readonly string[];
  term: Readonly<{ from: IsoDate | undefined; until: IsoDate | undefined }>;
  principles: readonly Principle[];
  sections: readonly Section[];
  parties: readonly AgreementParty[];
  /** The joint proposal by which its parties sign; undefined: there is none on record. */
  proposalId: string | undefined;
  /** What it changes in the version before, and why; empty for the first. */
  changed: string;
  reason: string;
  source: string;
  certainty: string;
  /** When it was published, as exactly as is known. */
  published: RoughDay;
  publishedBy: string;
  recordedAt: Date;
}>;

/** An agreement with all its versions, the first first. Where it stands is derived, never kept. */
export type Agreement = Readonly<{
  id: string;
  kind: AgreementKind;
  /** The body that keeps it, and alone may amend it. */
  bodyId: string;
  renews: string | undefined;
  /** The agreement of which this is the chapter of one place. */
  partOf: string | undefined;
  placeId: string | undefined;
  /** How many targets may be designated; undefined where no law says so. */
  mostDesignated: number | undefined;
  isIllustrative: boolean;
  versions: readonly [AgreementVersion, ...AgreementVersion[]];
  stages: readonly ReachedStage[];
  recordedAt: Date;
}>;

/** The page of an agreement, which is also how every other thing points at it. */
export const agreementPath = ({ id }: Pick<Agreement, 'id'>): string => `/agreements/${id}`;

/** The version that stood on a day; undefined before the first. */
export const versionOn = ({ versions }: Agreement, on: IsoDate): AgreementVersion | undefined =>
  versions.findLast(({ published }) => published.on <= on);
