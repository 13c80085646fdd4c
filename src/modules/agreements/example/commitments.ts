import { ok, plural } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, publicEntry, type SystemActor } from '#platform/record';
import { type Commitment, commitmentId, unmeasurable } from '../domain/commitment/commitment.ts';
import type { CommitmentFact } from '../domain/commitment/fact.ts';
import { type FactOf, insertCommitmentFacts } from '../store/commitment-facts.ts';
import { insertCollection, insertCommitments, listCollections } from '../store/commitments.ts';
import { type CollectionRead, type CommitmentRead, readCommitments } from './commitments-file.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the example', bodyId: undefined };

/**
 * What Kent’s leaders promised in 2007 and 2010, and the county council in Bold Steps: every promise once, with every place
 * where it stands. No source held says what became of any of them, so none has a status. Loading it again changes nothing.
 */
export async function loadCommitmentsExample(services: ActServices): Promise<void> {
  const now = services.clock.now();
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    const known = new Set((await listCollections(sql)).map(({ id }) => id));
    const collections = readCommitments().filter(({ id }) => !known.has(id));
    for (const {
      commitments: _commitments,
      owners: _owners,
      places: _places,
      ...collection
    } of collections) {
      const { document: source } = collection;
      await insertCollection(sql, { ...collection, source, isIllustrative: false }, now);
    }
    const commitments = collections.flatMap((each) => commitmentsOf(each, now));
    await insertCommitments(sql, commitments);
    await insertCommitmentFacts(sql, collections.flatMap(factsOf), now);
    return ok({ value: undefined, entries: collections.map(entryOf) });
  });
  if (!loaded.ok) throw new Error(`The commitments could not be loaded: ${String(loaded.error)}`);
}

const commitmentsOf = (collection: CollectionRead, now: Date): readonly Commitment[] =>
  collection.commitments.map(({ number, promise, topics, measure, note = '', ...read }, index) => ({
    id: commitmentId(collection.id, number),
    collectionId: collection.id,
    number,
    position: index + 1,
    promise,
    owners: read.owners ?? collection.owners,
    measure,
    measuredBy: read.measuredBy ?? (read.because === undefined ? '' : unmeasurable[read.because]),
    note,
    topics,
    places: read.places ?? collection.places,
    from: collection.from,
    sources: read.sources.map(({ says = '', ...source }) => ({
      ...source,
      says,
      document: collection.document,
    })),
    certainty: collection.certainty,
    recordedBy: loader.officeTitle,
    recordedAt: now,
  }));

/** The milestones a source dates, and the offices it names. Nothing else is known of any of them. */
function factsOf(collection: CollectionRead): readonly FactOf[] {
  return collection.commitments.flatMap((read) => {
    const told = [
      ...milestonesOf(collection, read),
      ...ownersOf(collection, read),
      ...linksOf(collection, read),
    ];
    const ofCommitment = commitmentId(collection.id, read.number);
    return told.map((fact, index) => ({
      commitmentId: ofCommitment,
      fact: { ...fact, number: index + 1 } satisfies CommitmentFact,
    }));
  });
}

const milestonesOf = (collection: CollectionRead, { milestones = [], sources }: CommitmentRead) =>
  milestones.map(({ what, ...due }) => ({
    kind: 'milestone' as const,
    what,
    due,
    on: collection.from,
    says: '',
    source: `${collection.document}, ${sources[0]?.cites ?? ''}`,
    bodyId: collection.keptBy,
    byOffice: loader.officeTitle,
  }));

const ownersOf = (collection: CollectionRead, { office, owners = collection.owners }: CommitmentRead) =>
  office === undefined
    ? []
    : owners.map((bodyId) => ({
        kind: 'owner' as const,
        officeId: `${bodyId}.${office}`,
        office: 'Leader of the Council',
        on: collection.from,
        says: 'The leaders take personal responsibility for the action plan.',
        source: `${collection.document}, ${collection.ownerSource ?? ''}`,
        bodyId,
        byOffice: loader.officeTitle,
      }));

const linksOf = (collection: CollectionRead, { links = [], sources }: CommitmentRead) =>
  links.map((at) => ({
    kind: 'linked' as const,
    at,
    on: collection.from,
    says: '',
    source: `${collection.document}, ${sources[0]?.cites ?? ''}`,
    bodyId: collection.keptBy,
    byOffice: loader.officeTitle,
  }));

function entryOf(collection: CollectionRead): Entry {
  const { id, title, document, owners, commitments, places } = collection;
  return publicEntry({
    act: 'agreements.collection.recorded',
    subject: `/commitments?collection=${id}`,
    summary: `${title}: ${plural(commitments.length, 'commitment')} recorded`,
    facts: {
      collection: id,
      document,
      commitments: commitments.map(({ number, promise }) => ({ number, promise })),
    },
    about: { bodies: owners, places },
  });
}
