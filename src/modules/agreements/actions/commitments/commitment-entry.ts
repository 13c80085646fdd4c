import { clip } from '#platform/kernel';
import { type Entry, type Json, publicEntry } from '#platform/record';
import { type Commitment, commitmentPath } from '../../domain/commitment/commitment.ts';
import { type CommitmentFact, factKinds } from '../../domain/commitment/fact.ts';

/** The record’s entry of a promise: all of it, so that its page could be rebuilt from it. */
export function commitmentEntry(commitment: Commitment): Entry {
  const { owners, places, topics, promise, number } = commitment;
  return publicEntry({
    act: 'agreements.commitment.recorded',
    subject: commitmentPath(commitment),
    summary: `Commitment recorded: ${clip(promise, 140)}`,
    facts: {
      collection: commitment.collectionId,
      number,
      promise,
      measure: commitment.measure,
      measuredBy: commitment.measuredBy,
      from: commitment.from,
      sources: commitment.sources.map(({ document, cites }) => ({ document, cites })),
    },
    about: { bodies: owners, places, topics },
  });
}

/** The entry of something that was said of a promise. */
export function factEntry(commitment: Commitment, fact: CommitmentFact, also: readonly string[]): Entry {
  const { owners, places, topics, promise } = commitment;
  return publicEntry({
    act: 'agreements.commitment.told',
    subject: commitmentPath(commitment),
    summary: `${factKinds[fact.kind]}: ${clip(promise, 120)}`,
    facts: { fact: asJson(fact) },
    about: { bodies: owners, places, topics, things: also },
  });
}

/** A fact as plain data: what it does not say is left out, and numbers are texts, exactly as they are. */
const asJson = (fact: CommitmentFact): Json =>
  JSON.parse(
    JSON.stringify(fact, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value)),
  ) as Json;
