import { json, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { type FoundKind, foundKinds } from '../../queries/find/find-asked.ts';
import { findThings } from '../../queries/find/find-things.ts';
import { plain } from '../../queries/find/found-dataset.ts';
import { pageAsked, readFind } from './read-find.ts';

const answers = z.object({
  on: z.iso.date(),
  count: z.number().int().describe('How many were found and put in order'),
  isMore: z.boolean().describe('Whether more match: then these are the newest'),
  found: z.array(
    z.object({
      page: z.string().describe('The page of the thing'),
      kind: z.enum(Object.keys(foundKinds) as FoundKind[]),
      body: z.string(),
      title: z.string(),
      excerpt: z.string().describe('What stands around the words'),
      on: z.iso.date(),
      places: z.array(z.string()),
      topics: z.array(z.string()),
    }),
  ),
});

/** The same search for programs. */
export const findApiRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/find',
    may: 'anyone',
    api: {
      summary: 'Decisions, notices, meetings, papers, proposals and recommendations by their words',
      parameters: {
        q: { says: 'Words: "a phrase", or, -not', example: 'waste contract' },
        kind: { says: 'What kind of thing', example: 'paper' },
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        place: { says: 'The id of a place, from /api/places', example: 'maidstone' },
        topic: { says: 'What it is about', example: 'waste' },
        from: { says: 'Not of before this day', example: '2008-01-01' },
        to: { says: 'Not of after this day', example: '2008-12-31' },
        key: { says: 'yes for key decisions and notices of them', example: 'yes' },
        page: { says: 'From 1', example: '1' },
        on: {
          says: 'Nothing later than this day, as YYYY-MM-DD; today when left out',
          example: '2008-07-14',
        },
      },
      answers,
    },
    handle: async ({ query, on }) => {
      const { lines, count, isMore } = await findThings(database, readFind(query), {
        on,
        page: pageAsked(query),
      });
      const found = lines.map((line) => ({
        page: line.subject,
        kind: line.kind,
        body: line.bodyId,
        title: plain(line.title),
        excerpt: plain(line.excerpt),
        on: line.on,
        places: [...line.places],
        topics: [...line.topics],
      }));
      return json({ on, count, isMore, found } satisfies z.infer<typeof answers>);
    },
  },
];
