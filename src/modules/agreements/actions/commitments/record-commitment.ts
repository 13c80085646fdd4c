import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { bodyOn, placesOn } from '#modules/register';
import { isTopic } from '#modules/governance';
import { type Collection, type Commitment, commitmentId } from '../../domain/commitment/commitment.ts';
import {
  acceptCommitment,
  type NewCommitment,
  type NewCommitmentRefusal,
} from '../../domain/commitment/new-commitment.ts';
import { mayKeepCommitments } from '../../permissions.ts';
import {
  countIn,
  findCommitment,
  insertCollection,
  insertCommitments,
  listCollections,
} from '../../store/commitments.ts';
import { commitmentEntry } from './commitment-entry.ts';

export type RecordCommitmentRefusal =
  | CommonRefusal
  | NewCommitmentRefusal
  | 'no-such-collection'
  | 'no-such-topic'
  | 'no-such-place';

/** What an office gives: the promise is its own body’s, which nobody else can bind. */
export type CommitmentGiven = Omit<NewCommitment, 'owners'>;

/**
 * Records a promise of the office’s own body, in a collection that the body keeps or in its own register, which begins with
 * its first promise. From then on it is never edited. Answers its collection and number.
 */
export async function recordCommitment(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  given: CommitmentGiven,
  options: ActOptions = {},
): Promise<Result<{ collectionId: string; number: string }, RecordCommitmentRefusal>> {
  const allowed = may(actor, mayKeepCommitments, bodyId);
  if (!allowed.ok) return allowed;
  const now = services.clock.now();
  const today = londonDate(now);
  return act<{ collectionId: string; number: string }, RecordCommitmentRefusal>(
    services,
    allowed.value,
    options,
    async (sql) => {
      const accepted = acceptCommitment({ ...given, owners: [bodyId] }, today);
      if (!accepted.ok) return accepted;
      if (!given.topics.every(isTopic)) return refuse('no-such-topic');
      const places = new Set((await placesOn(sql, { on: given.from })).map(({ id }) => id));
      if (!given.places.every((place) => places.has(place))) return refuse('no-such-place');
      await lockThing(sql, `/commitments/${given.collectionId}`);
      const collection = await collectionFor(sql, bodyId, given.collectionId, now);
      if (!collection.ok) return collection;
      const commitment = await numbered(sql, accepted.value, allowed.value.officeTitle, now);
      await insertCommitments(sql, [commitment]);
      const { collectionId, number } = commitment;
      return ok({ value: { collectionId, number }, entry: commitmentEntry(commitment) });
    },
  );
}

async function collectionFor(
  sql: Sql,
  bodyId: string,
  collectionId: string,
  now: Date,
): Promise<Result<Collection, 'no-such-collection' | 'no-such-body'>> {
  const kept = (await listCollections(sql)).find(({ id }) => id === collectionId);
  if (kept !== undefined) return kept.keptBy === bodyId ? ok(kept) : refuse('no-such-collection');
  if (collectionId !== bodyId) return refuse('no-such-collection');
  const today = londonDate(now);
  const body = await bodyOn(sql, bodyId, { on: today });
  if (body === undefined) return refuse('no-such-body');
  const own: Collection = {
    id: bodyId,
    title: `Commitments of ${body.name}`,
    summary: `What ${body.name} has promised, as its own offices recorded it.`,
    document: 'Several documents',
    keptBy: bodyId,
    from: today,
    dated: 'Each promise has a day of its own',
    isIllustrative: false,
    source: `Recorded by ${body.name}`,
    certainty: 'confirmed',
  };
  await insertCollection(sql, own, now);
  return ok(own);
}

async function numbered(sql: Sql, given: NewCommitment, officeTitle: string, now: Date): Promise<Commitment> {
  const { source, ...rest } = given;
  const position = (await countIn(sql, given.collectionId)) + 1;
  const number = String(position);
  const taken = await findCommitment(sql, { collectionId: given.collectionId, number });
  if (taken !== undefined) throw new Error(`${given.collectionId}/${number} is taken already`);
  return {
    ...rest,
    id: commitmentId(given.collectionId, number),
    number,
    position,
    sources: [{ number, ...source, chapter: '', says: '' }],
    certainty: 'confirmed',
    recordedBy: officeTitle,
    recordedAt: now,
  };
}
