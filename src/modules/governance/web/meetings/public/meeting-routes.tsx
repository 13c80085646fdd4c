import { notFound, page, type PublicRoute, redirect, type Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import type { Services } from '#platform/module';
import { followAddresses } from '#platform/ui';
import { fileRoutes, home, onDay } from '#platform/web';
import { itemAnchor, itemPath } from '../../../domain/meeting/agenda-item.ts';
import { meetingPath } from '../../../domain/meeting/meeting.ts';
import { agendaTimes } from '../../../queries/meetings/agenda-times.ts';
import { meetingPage } from '../../../queries/meetings/meeting-page.ts';
import { papersOfEach } from '../../../queries/papers/papers-of.ts';
import { saySitting } from '../words.ts';
import { agendaDataset, votesDataset } from './datasets.ts';
import { MeetingView } from './meeting-view.tsx';

const idOf = ({ params }: Visit): string => `${params['body'] ?? ''}/${params['reference'] ?? ''}`;
const missing = (visit: Visit): string =>
  `There is no meeting “${clip(normaliseTyped(idOf(visit)), 60)}”, or it had not been called by that day. The list of meetings has them all.`;

/** A meeting as everybody sees it, on any day. */
export const meetingPageRoutes = ({ database }: Services): readonly PublicRoute[] => {
  const found = (visit: Visit) => meetingPage(database, idOf(visit), visit.on);
  return [
    {
      method: 'GET',
      path: '/meetings/:body/:reference',
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        if (shown === undefined) return notFound(missing(visit));
        const path = meetingPath(shown.meeting);
        const [papers, times] = await Promise.all([
          papersOfEach(database, [path, ...shown.items.map(({ item }) => itemPath(item))], visit.on),
          agendaTimes(database, shown),
        ]);
        const first = shown.standing.sittings[0];
        const when = first === undefined ? '' : saySitting(first);
        return page({
          title: `${shown.committee.name}, ${when}`,
          caption: shown.bodyName,
          description: `${shown.committee.name} of ${shown.bodyName}: agenda, papers, votes and minutes of the meeting of ${when}.`,
          section: 'decisions',
          breadcrumbs: [
            home,
            { text: 'Meetings', href: onDay('/meetings', visit) },
            { text: shown.bodyName, href: onDay(`/meetings?body=${shown.meeting.bodyId}`, visit) },
            { text: shown.committee.name },
          ],
          feed: {
            href: followAddresses({ kind: 'things', id: path }).feed,
            title: `${shown.committee.name}, ${when}`,
          },
          main: <MeetingView shown={shown} papers={papers} times={times} visit={visit} />,
        });
      },
    },
    {
      method: 'GET',
      path: '/meetings/:body/:reference/items/:item',
      may: 'anyone',
      handle: async (visit) => {
        const shown = await found(visit);
        const line = shown?.items.find(
          ({ item }) =>
            item.id === `${idOf(visit)}/${visit.params['item'] ?? ''}` && item.number !== undefined,
        );
        if (shown === undefined || line?.item.number === undefined)
          return notFound('This meeting has no such item, or it was not published by that day.');
        return redirect(`${onDay(meetingPath(shown.meeting), visit)}#${itemAnchor(line.item.number)}`);
      },
    },
    ...fileRoutes(
      '/meetings/:body/:reference/agenda',
      async (visit) => {
        const shown = await found(visit);
        return shown === undefined ? undefined : agendaDataset(shown);
      },
      missing,
    ),
    ...fileRoutes(
      '/meetings/:body/:reference/votes',
      async (visit) => {
        const shown = await found(visit);
        return shown === undefined ? undefined : votesDataset(shown);
      },
      missing,
    ),
  ];
};
