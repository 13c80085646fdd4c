import { atom, atomType, calendar, calendarType } from '#platform/feeds';
import { notFound, type PublicRoute, type Reply, text, type Visit } from '#platform/http';
import { type AboutKind, aboutKinds, type Followed } from '#platform/kernel';
import { aboutOf, entriesPage } from '#platform/record';
import { followAddresses } from '#platform/ui';
import { consultationDatesAhead } from '#modules/agreements';
import { datesAhead } from '#modules/governance';
import type { SiteServices } from '../site.ts';
import { nameOfFollowed, pageOfFollowed } from './names.ts';
import { readingsDueRoute } from './readings-due.ts';

/** How many of the newest entries a feed tells of. */
const entriesInFeed = 50;

/** The name of the parameter that says which body, place, topic or thing. */
const parameters: Readonly<Record<AboutKind, string>> = {
  bodies: 'body',
  places: 'place',
  topics: 'topic',
  things: 'thing',
};

const pathOf = (kind: AboutKind, what: 'feed' | 'calendar'): string =>
  kind === 'things' ? `/follow/things/${what}` : `/follow/${kind}/:${parameters[kind]}/${what}`;

const followedIn = (kind: AboutKind, { params, query }: Pick<Visit, 'params' | 'query'>): Followed => ({
  kind,
  id: (kind === 'things' ? query['thing'] : params[parameters[kind]]) ?? '',
});

/** A feed and a calendar of each thing that can be followed: of a body, a place, a topic, or one thing by its page. */
export function feedRoutes(services: SiteServices): readonly PublicRoute[] {
  const route = (
    kind: AboutKind,
    what: 'feed' | 'calendar',
    write: (services: SiteServices, followed: Followed, name: string, visit: Visit) => Promise<Reply>,
  ): PublicRoute => ({
    method: 'GET',
    path: pathOf(kind, what),
    may: 'anyone',
    handle: async (visit) => {
      const followed = followedIn(kind, visit);
      const name = await nameOfFollowed(services.database, followed, visit.today);
      return name === undefined
        ? notFound('There is nothing to follow at this address.')
        : write(services, followed, name, visit);
    },
  });
  return [
    ...aboutKinds.flatMap((kind) => [route(kind, 'feed', writeFeed), route(kind, 'calendar', writeCalendar)]),
    readingsDueRoute(services),
  ];
}

async function writeFeed(
  { database, address }: SiteServices,
  followed: Followed,
  name: string,
): Promise<Reply> {
  const { entries } = await entriesPage(database, { limit: entriesInFeed, about: followed });
  const self = `${address}${followAddresses(followed).feed}`;
  return text(
    atomType,
    atom({
      id: self,
      self,
      page: `${address}${pageOfFollowed(followed)}`,
      title: `${name} – Accord`,
      subtitle: `What was done about ${name}, newest first.`,
      entries: entries.flatMap((shown) =>
        shown.visibility === 'private'
          ? []
          : {
              page: `${address}/record/entries/${shown.seq}`,
              at: shown.at,
              title: shown.summary,
              author: shown.office,
              about: `${address}${shown.subject}`,
              categories: aboutOf(shown).map(({ kind, id }) => ({
                term: id,
                scheme: `${address}/follow/${kind}`,
              })),
            },
      ),
    }),
  );
}

async function writeCalendar(
  { database, address, clock }: SiteServices,
  followed: Followed,
  name: string,
  { today }: Visit,
): Promise<Reply> {
  const { kind, id } = followed;
  const now = clock.now();
  const events = [
    ...(await datesAhead(database, { from: today, now, [kind]: [id] })),
    ...(await consultationDatesAhead(database, { now, [kind]: [id] })),
  ];
  const self = followAddresses(followed).calendar;
  return text(calendarType, calendar({ title: `${name} – Accord`, address, self, events }));
}
