import type { Visit } from '#platform/http';
import { clip, isoDate, type IsoDate, normaliseTyped } from '#platform/kernel';
import { isTopic } from '../../domain/topics.ts';
import { type FindAsked, type FoundKind, foundKinds } from '../../queries/find/find-asked.ts';

const longest = 200;

/** What an address searches for. What is no such thing does not narrow the search. */
export function readFind(query: Visit['query']): FindAsked {
  const given = (name: string): string | undefined => (query[name] === '' ? undefined : query[name]);
  const kind = given('kind');
  const topic = given('topic');
  return {
    words: clip(normaliseTyped(query['q'] ?? ''), longest),
    kind: kind !== undefined && Object.hasOwn(foundKinds, kind) ? (kind as FoundKind) : undefined,
    bodyId: given('body'),
    place: given('place'),
    topic: topic !== undefined && isTopic(topic) ? topic : undefined,
    from: dayOf(given('from')),
    to: dayOf(given('to')),
    isKey: given('key') === 'yes' ? true : undefined,
  };
}

/** The same as an address, in one order whatever was typed; the first page has no number. */
export function findPath(asked: FindAsked, page = 1): string {
  const { words, kind, bodyId, place, topic, from, to, isKey } = asked;
  const parts = {
    q: words === '' ? undefined : words,
    kind,
    body: bodyId,
    place,
    topic,
    from,
    to,
    key: isKey === true ? 'yes' : undefined,
    page: page === 1 ? undefined : String(page),
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '/decisions/find' : `/decisions/find?${query.toString()}`;
}

/** Whether anything is asked for at all. */
export const asksForSomething = (asked: FindAsked): boolean =>
  Object.values(asked).some((value) => value !== undefined && value !== '');

export const pageAsked = (query: Visit['query']): number => {
  const asked = query['page'];
  return asked !== undefined && /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1;
};

function dayOf(text: string | undefined): IsoDate | undefined {
  const day = isoDate(text ?? '');
  return day.ok ? day.value : undefined;
}
