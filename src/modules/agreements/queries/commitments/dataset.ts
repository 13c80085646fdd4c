import type { Dataset } from '#platform/http';
import type { IsoDate } from '#platform/kernel';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import type { CommitmentFact } from '../../domain/commitment/fact.ts';
import type { CommitmentAt } from './list.ts';

/** Promises, one a row, with where each stood on a day. */
export const commitmentsDataset = (commitments: readonly CommitmentAt[], on: IsoDate): Dataset => ({
  name: 'commitments',
  source: `What public bodies promised in words, retold, and where each promise stood on ${on}`,
  columns: [
    { key: 'collection', title: 'Document' },
    { key: 'number', title: 'Number' },
    { key: 'numbers', title: 'Numbers of every place where it stands' },
    { key: 'page', title: 'Page' },
    { key: 'promise', title: 'Promise, retold' },
    { key: 'owners', title: 'Promised by' },
    { key: 'cites', title: 'Where it stands' },
    { key: 'measure', title: 'Measurable' },
    { key: 'measuredBy', title: 'By what, or why not' },
    { key: 'topics', title: 'Topics' },
    { key: 'places', title: 'Places' },
    { key: 'from', title: 'Promised on or after' },
    { key: 'status', title: 'Status' },
    { key: 'evidence', title: 'Pieces of evidence' },
    { key: 'milestones', title: 'Milestones' },
    { key: 'slipped', title: 'Milestones slipped' },
    { key: 'slippedSince', title: 'Slipped since' },
    { key: 'certainty', title: 'Certainty' },
  ],
  rows: commitments.map(({ commitment, facts, standing }) => ({
    collection: commitment.collectionId,
    number: commitment.number,
    numbers: commitment.sources.map(({ number }) => number).join(' '),
    page: commitmentPath(commitment),
    promise: commitment.promise,
    owners: commitment.owners.join(' '),
    cites: commitment.sources.map(({ document, cites }) => `${document}: ${cites}`).join('; '),
    measure: commitment.measure,
    measuredBy: commitment.measuredBy,
    topics: commitment.topics.join(' '),
    places: commitment.places.join(' '),
    from: commitment.from,
    status: standing.status,
    evidence: facts.filter(({ kind }) => kind === 'evidence').length,
    milestones: standing.milestones.length,
    slipped: standing.slipped.length,
    slippedSince:
      standing.slipped
        .flatMap((each) => (each.standing.standing === 'slipped' ? [each.standing.since] : []))
        .toSorted()[0] ?? null,
    certainty: commitment.certainty,
  })),
});

/** Everything that was said of one promise, one fact a row. */
export const factsDataset = ({ commitment, facts }: CommitmentAt): Dataset => ({
  name: `commitment-${commitment.collectionId}-${commitment.number}`,
  source: `What was said and done about the promise: ${commitment.promise}`,
  columns: [
    { key: 'number', title: 'Number' },
    { key: 'on', title: 'On' },
    { key: 'kind', title: 'Kind' },
    { key: 'says', title: 'In words' },
    { key: 'what', title: 'What' },
    { key: 'by', title: 'By' },
    { key: 'evidence', title: 'Evidence' },
    { key: 'of', title: 'Of fact' },
    { key: 'body', title: 'Body' },
    { key: 'office', title: 'Told by' },
    { key: 'source', title: 'Source' },
  ],
  rows: facts.map((fact) => ({
    number: fact.number,
    on: fact.on,
    kind: fact.kind,
    says: fact.says,
    what: whatOf(fact),
    by: 'due' in fact ? (fact.due?.by ?? null) : null,
    evidence: fact.kind === 'status' || fact.kind === 'met' ? fact.evidence.join(' ') : null,
    of: 'milestone' in fact ? fact.milestone : fact.kind === 'reply' ? (fact.to ?? null) : null,
    body: fact.bodyId,
    office: fact.byOffice,
    source: fact.source,
  })),
});

function whatOf(fact: CommitmentFact): string | null {
  if (fact.kind === 'milestone') return fact.what;
  if (fact.kind === 'owner') return fact.office;
  if (fact.kind === 'status') return fact.status;
  return 'at' in fact ? fact.at : null;
}
