import type { Visit } from '#platform/http';
import { isoDate } from '#platform/kernel';
import { type ClauseEffect, clauseEffects } from '../../../domain/decision/clause.ts';
import { type MakerKind, makers } from '../../../domain/decision/decision.ts';
import { isTopic } from '../../../domain/topics.ts';
import type { DecisionFilter, ListedStanding, ListPlace } from '../../../queries/decisions-list.ts';
import { standingTags } from '../../call-in/words.ts';

type Query = Visit['query'];

/** Which decisions an address asks for. What is no such thing is not asked for. */
export function readFilter(query: Query): DecisionFilter {
  const given = (name: string) => (query[name] === '' ? undefined : query[name]);
  const among = <Key extends string>(words: Readonly<Record<Key, unknown>>, text: string | undefined) =>
    text !== undefined && Object.hasOwn(words, text) ? (text as Key) : undefined;
  const topic = given('topic');
  const year = given('year');
  const key = given('key');
  return {
    bodyId: given('body'),
    year: year !== undefined && /^[12]\d{3}$/.test(year) ? Number(year) : undefined,
    isKey: key === 'yes' ? true : key === 'no' ? false : undefined,
    makerKind: among<MakerKind>(makers, given('maker')),
    effect: among<ClauseEffect>(clauseEffects, given('effect')),
    topic: topic !== undefined && isTopic(topic) ? topic : undefined,
    place: given('place'),
    standing: among<ListedStanding>(listedStandings, given('standing')),
  };
}

const { 'not-published': _notListed, ...listedStandings } = standingTags;
export { listedStandings };

/** A filter as the query of an address, in one order whatever was typed. */
export function filterQuery(filter: DecisionFilter, after?: ListPlace): string {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['body', filter.bodyId],
    ['year', filter.year === undefined ? undefined : String(filter.year)],
    ['key', filter.isKey === undefined ? undefined : filter.isKey ? 'yes' : 'no'],
    ['maker', filter.makerKind],
    ['effect', filter.effect],
    ['topic', filter.topic],
    ['place', filter.place],
    ['standing', filter.standing],
    ['after', after === undefined ? undefined : `${after.takenOn}~${after.id}`],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of parts) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Where in the list to go on: `2026-07-13~maidstone/2026-014`. What is no place is the beginning. */
export function readPlace(query: Query): ListPlace | undefined {
  const [day = '', id] = (query['after'] ?? '').split('~');
  const takenOn = isoDate(day);
  return takenOn.ok && id !== undefined ? { takenOn: takenOn.value, id } : undefined;
}
