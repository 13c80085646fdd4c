import { atom, atomType } from '#platform/feeds';
import { entriesPage, type RecordedEntry } from '#platform/record';
import { bodyOn } from '#modules/register';
import { notFound, type PublicRoute, text } from '#platform/http';
import type { SiteServices } from '../site.ts';

/** How many of the newest public entries a feed tells of. */
const entriesInFeed = 50;

/** Where the record, or one body's part of it, can be followed. */
export const feedOf = (body?: Readonly<{ id: string; name: string }>) =>
  body === undefined
    ? { href: '/record.atom', title: 'The record' }
    : { href: `/record.atom?body=${encodeURIComponent(body.id)}`, title: `The record: ${body.name}` };

/** What was done lately, to be followed without an account. Private acts are in the record alone, not here. */
export const feedRoute = ({ database, address }: SiteServices): PublicRoute => ({
  method: 'GET',
  path: '/record.atom',
  may: 'anyone',
  handle: async ({ query, on }) => {
    const id = query['body'] ?? '';
    const body = id === '' ? undefined : await bodyOn(database, id, { on });
    if (id !== '' && body === undefined) return notFound('There is no body with this address to follow.');
    const { entries } = await entriesPage(database, {
      limit: entriesInFeed,
      ...(body !== undefined && { body: body.id }),
    });
    const { href, title } = feedOf(body);
    const page = `${address}/record${body === undefined ? '' : `?body=${encodeURIComponent(body.id)}`}`;
    return text(
      atomType,
      atom({
        id: page,
        page,
        self: `${address}${href}`,
        title: `${title} – Accord`,
        subtitle: `What was done, newest first${body === undefined ? '' : `, by the offices of ${body.name}`}.`,
        entries: entries.filter(isPublic).map((shown) => ({
          page: `${address}/record/entries/${shown.seq}`,
          at: shown.at,
          title: shown.summary,
          author: shown.office,
          about: `${address}${shown.subject}`,
        })),
      }),
    );
  },
});

const isPublic = (shown: RecordedEntry): shown is Extract<RecordedEntry, { visibility: 'public' }> =>
  shown.visibility === 'public';
