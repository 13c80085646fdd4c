import { json, notFound, type PublicRoute } from '#platform/http';
import { isoDate, type IsoDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { committeePage, everyCommittee } from '../../../queries/committees.ts';
import { listMeetings } from '../../../queries/meetings/list.ts';
import { meetingPage } from '../../../queries/meetings/meeting-page.ts';
import { committeeAnswer, committeePageAnswer, meetingAnswer, meetingLineAnswer } from './answers.ts';
import { committeePageShape, committeeShape, day, meetingLineShape, meetingShape } from './shapes.ts';

const on = { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2026-07-15' };
const mostAtOnce = 500;

/** Committees and meetings for programs. */
export const meetingApiRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/committees',
    may: 'anyone',
    api: {
      summary: 'Every committee of every body, with how it works on a day',
      parameters: { on },
      answers: z.object({ on: day, committees: z.array(committeeShape) }),
    },
    handle: async (visit) =>
      json({ on: visit.on, committees: (await everyCommittee(database, visit.on)).map(committeeAnswer) }),
  },
  {
    method: 'GET',
    path: '/api/committees/:committee',
    may: 'anyone',
    api: {
      summary: 'One committee on a day: who sits on it, and what the law of membership says of that',
      parameters: {
        committee: { says: 'The id of a committee, from /api/committees', example: 'maidstone.cabinet' },
        on,
      },
      answers: committeePageShape,
    },
    handle: async ({ params, on: asked }) => {
      const found = await committeePage(database, params['committee'] ?? '', asked);
      if (found === undefined) return notFound('There is no committee of this id.');
      return json({ on: asked, ...committeePageAnswer(found) });
    },
  },
  {
    method: 'GET',
    path: '/api/meetings',
    may: 'anyone',
    api: {
      summary: 'Meetings in the order of their days, at most 500 at once',
      parameters: {
        on,
        body: { says: 'Only those of this body', example: 'maidstone' },
        committee: { says: 'Only those of this committee', example: 'maidstone.cabinet' },
        from: { says: 'Only those that sit on this day or later', example: '2008-07-01' },
        until: { says: 'Only those that sit on this day or before', example: '2008-07-31' },
      },
      answers: z.object({
        on: day,
        meetings: z.array(meetingLineShape),
        next: day.nullable().describe('Ask again from this day for more; null: these are all'),
      }),
    },
    handle: async ({ query, on: asked }) => {
      const { body = '', committee = '' } = query;
      const [from, until] = [dayIn(query['from']), dayIn(query['until'])];
      const found = await listMeetings(database, {
        on: asked,
        ...(body !== '' && { bodyIds: [body] }),
        ...(committee !== '' && { committeeId: committee }),
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        limit: mostAtOnce + 1,
      });
      // A day is answered whole or not at all, so that asking on from the next day misses none.
      const next = found.length > mostAtOnce ? (found.at(-1)?.sitting.on ?? null) : null;
      const meetings = next === null ? found : found.filter(({ sitting }) => sitting.on < next);
      return json({ on: asked, meetings: meetings.map(meetingLineAnswer), next });
    },
  },
  {
    method: 'GET',
    path: '/api/meetings/:body/:reference',
    may: 'anyone',
    api: {
      summary: 'One meeting on a day: its agenda, who was there, what was put, voted, decided and minuted',
      parameters: {
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        reference: { says: 'The number of the meeting, from /api/meetings', example: '2008-001' },
        on,
      },
      answers: meetingShape,
    },
    handle: async ({ params, on: asked }) => {
      const id = `${params['body'] ?? ''}/${params['reference'] ?? ''}`;
      const shown = await meetingPage(database, id, asked);
      if (shown === undefined) return notFound('There is no such meeting, or it was not called by that day.');
      return json({ on: asked, ...meetingAnswer(shown) });
    },
  },
];

function dayIn(typed: string | undefined): IsoDate | undefined {
  const read = isoDate(typed ?? '');
  return read.ok ? read.value : undefined;
}
