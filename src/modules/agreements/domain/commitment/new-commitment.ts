import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommitmentSource, Measure } from './commitment.ts';

/** A promise as an office records it. */
export type NewCommitment = Readonly<{
  collectionId: string;
  promise: string;
  owners: readonly string[];
  measure: Measure;
  measuredBy: string;
  note: string;
  topics: readonly string[];
  places: readonly string[];
  /** The day it was promised. */
  from: IsoDate;
  source: Pick<CommitmentSource, 'document' | 'cites'>;
}>;

export type NewCommitmentRefusal =
  | 'in-the-future'
  | 'promise-missing'
  | 'no-owner'
  | 'says-not-how-measured'
  | 'cites-nothing';

/** Whether a promise can be recorded: it says what, where it stands, whose it is, and how it can be told or why it cannot. */
export function acceptCommitment(
  given: NewCommitment,
  today: IsoDate,
): Result<NewCommitment, NewCommitmentRefusal> {
  if (given.from > today) return refuse('in-the-future');
  if (given.promise.trim() === '') return refuse('promise-missing');
  if (given.owners.length === 0) return refuse('no-owner');
  if (given.measuredBy.trim() === '') return refuse('says-not-how-measured');
  if (given.source.document.trim() === '' || given.source.cites.trim() === '') return refuse('cites-nothing');
  return ok(given);
}
