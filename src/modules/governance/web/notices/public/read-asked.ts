import type { Visit } from '#platform/http';
import type { PlanAsked } from '../../../queries/forward-plan.ts';

/** What an address asks of the plan. A filter that is empty is none. A body is named by the path or chosen. */
export const planAsked = (
  { query, on }: Pick<Visit, 'query' | 'on'>,
  bodyId: string | undefined,
): PlanAsked => ({
  bodyId: bodyId ?? given(query['body']),
  place: given(query['place']),
  topic: given(query['topic']),
  keyOnly: query['key'] === 'yes',
  on,
});

const given = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : text;

/** The address of the plan of one body or of all. */
export const planPath = (bodyId: string | undefined): string =>
  bodyId === undefined ? '/forward-plan' : `/forward-plan/${bodyId}`;

/** The filters of an address, to be carried on. */
export function filtersOf({ place, topic, keyOnly }: PlanAsked): string {
  const query = new URLSearchParams();
  if (place !== undefined) query.set('place', place);
  if (topic !== undefined) query.set('topic', topic);
  if (keyOnly) query.set('key', 'yes');
  return query.size === 0 ? '' : `?${query.toString()}`;
}
