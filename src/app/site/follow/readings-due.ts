import { calendar, calendarType } from '#platform/feeds';
import { notFound, type PublicRoute, text } from '#platform/http';
import { readingsDueAhead } from '#modules/agreements';
import type { SiteServices } from '../site.ts';
import { nameOfFollowed } from './names.ts';

/**
 * The days by which a body’s readings are due, as a calendar of their own: a body with hundreds of series would fill everybody’s
 * calendar of its decisions.
 */
export const readingsDueRoute = ({ database, address }: SiteServices): PublicRoute => ({
  method: 'GET',
  path: '/follow/bodies/:body/readings-due',
  may: 'anyone',
  handle: async ({ params, today }) => {
    const bodyId = params['body'] ?? '';
    const name = await nameOfFollowed(database, { kind: 'bodies', id: bodyId }, today);
    if (name === undefined) return notFound('There is no body of this name to follow.');
    const self = `/follow/bodies/${encodeURIComponent(bodyId)}/readings-due`;
    const events = await readingsDueAhead(database, bodyId, today);
    return text(calendarType, calendar({ title: `${name}: readings due – Accord`, address, self, events }));
  },
});
