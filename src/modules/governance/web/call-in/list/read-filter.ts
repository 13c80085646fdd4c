import type { Visit } from '#platform/http';
import type { CallInFilter } from '../../../queries/call-in/call-ins-list.ts';

/** What the address asks for; what is no year is left out, as is a body that is none. */
export function readFilter({ query }: Pick<Visit, 'query'>): CallInFilter {
  const bodyId = query['body'] ?? '';
  const year = query['year'] ?? '';
  return {
    ...(bodyId !== '' && { bodyId }),
    ...(/^[12]\d{3}$/.test(year) && { year: Number(year) }),
  };
}

/** The page asked for, the first when it is none. */
export const pageAsked = ({ query }: Pick<Visit, 'query'>): number =>
  /^[1-9]\d{0,3}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;

/** The filter as the query of an address, empty where nothing is asked for. */
export function filterQuery({ bodyId, year }: CallInFilter, page = 1): string {
  const query = new URLSearchParams();
  if (bodyId !== undefined) query.set('body', bodyId);
  if (year !== undefined) query.set('year', String(year));
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
