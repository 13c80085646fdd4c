import type { Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import { isTopic } from '#modules/governance';
import { type Measure, measures } from '../../domain/commitment/commitment.ts';
import type { CommitmentFilter, ListedStanding } from '../../queries/commitments/list.ts';
import { standingTags } from './words.ts';

const { joined: _toldElsewhere, ...listedStandings } = standingTags;
export { listedStandings };

/** Which promises an address asks for. What is no such thing is not asked for. */
export function readFilter(query: Visit['query']): CommitmentFilter {
  const given = (name: string) => {
    const typed = clip(normaliseTyped(query[name] ?? ''), 100);
    return typed === '' ? undefined : typed;
  };
  const among = <Key extends string>(words: Readonly<Record<Key, unknown>>, text: string | undefined) =>
    text !== undefined && Object.hasOwn(words, text) ? (text as Key) : undefined;
  const topic = given('topic');
  return {
    collectionId: given('collection'),
    chapter: given('chapter'),
    owner: given('body'),
    place: given('place'),
    topic: topic !== undefined && isTopic(topic) ? topic : undefined,
    measure: among<Measure>(measures, given('measure')),
    standing: among<ListedStanding>(listedStandings, given('standing')),
    text: given('text'),
  };
}

/** A filter as the query of an address, in one order whatever was typed. */
export function filterQuery(filter: CommitmentFilter, page = 1): string {
  const { collectionId, chapter, owner, place, topic, measure, standing, text } = filter;
  const parts = { collection: collectionId, chapter, body: owner, place, topic, measure, standing, text };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Which page of the list, from 1. */
export const readPage = (query: Visit['query']): number =>
  Number(/^[1-9]\d{0,3}$/.exec(query['page'] ?? '')?.[0] ?? 1);
