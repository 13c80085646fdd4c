import type { IsoDate } from '#platform/kernel';

/** How anybody could tell whether a promise was kept, as far as the promise itself says. */
export const measures = {
  figure: 'Carries a figure or a date',
  event: 'Done or not done, with no date given',
  none: 'Not measurable as it is written',
} as const;
export type Measure = keyof typeof measures;

/** Why a promise cannot be measured as it is written. */
export const unmeasurable = {
  effort: 'It promises an effort, such as support or looking into something, and not a result.',
  improve: 'It promises that something gets better, and states neither by how much nor from what.',
  way: 'It says how things are to be done from now on, and names no test and no end.',
  others: 'Whether it comes about rests with others; what the body itself will do has no measure.',
} as const;
export type Unmeasurable = keyof typeof unmeasurable;

/** Where a promise stands: a document and the part of it. The same promise may stand in several places. */
export type CommitmentSource = Readonly<{
  /** Its own number in the collection: `C2-17`. An address with it leads to the promise it belongs to. */
  number: string;
  document: string;
  chapter: string;
  cites: string;
  /** What this place says of it in our own words, where it says more; empty where the promise itself tells it. */
  says: string;
}>;

/** The promises of one document, or those that a body keeps for itself. */
export type Collection = Readonly<{
  id: string;
  title: string;
  summary: string;
  document: string;
  /** The body whose offices may record further promises in it. */
  keptBy: string;
  /** The first day it can have been made on, and how the source dates it. */
  from: IsoDate;
  dated: string;
  isIllustrative: boolean;
  source: string;
  certainty: string;
}>;

/** Something promised in words. It is never edited: whatever becomes of it is a dated fact beside it. */
export type Commitment = Readonly<{
  /** Its collection and number: `bold-steps/ES-27`. */
  id: string;
  collectionId: string;
  number: string;
  position: number;
  /** What was promised, retold in our own words. */
  promise: string;
  /** The bodies that promised it. */
  owners: readonly string[];
  measure: Measure;
  /** By which figure, date or event it can be told; or why it cannot. */
  measuredBy: string;
  note: string;
  topics: readonly string[];
  places: readonly string[];
  from: IsoDate;
  sources: readonly CommitmentSource[];
  certainty: string;
  recordedBy: string;
  recordedAt: Date;
}>;

export const commitmentId = (collectionId: string, number: string): string => `${collectionId}/${number}`;
export const commitmentPath = ({ id }: Pick<Commitment, 'id'>): string => `/commitments/${id}`;
export const commitmentOffice = (bodyId: string, { id }: Pick<Commitment, 'id'>): string =>
  `/office/${bodyId}/commitments/${id}`;

/** The page of one milestone: conditions of scrutiny watch it under this name. */
export const milestonePath = (commitment: Pick<Commitment, 'id'>, milestone: number): string =>
  `${commitmentPath(commitment)}#milestone-${milestone}`;

/** What a number in a collection may look like: `ES-27`, `KC-02a`, `14`. */
export const isCommitmentNumber = (text: string): boolean =>
  /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(text) && text.length <= 20;
