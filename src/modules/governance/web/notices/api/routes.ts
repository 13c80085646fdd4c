import { json, notFound, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { noticeId } from '../../../domain/notice/notice.ts';
import { forwardPlan } from '../../../queries/forward-plan.ts';
import { noticePage } from '../../../queries/notice-page.ts';
import { noSuchNotice } from '../public/notice-page.tsx';
import { noSuchBody } from '../public/plan-page.tsx';
import { planAsked } from '../public/read-asked.ts';
import { lineAnswer, noticeAnswer } from './answers.ts';
import { day, noticeLineShape, noticeShape } from './shapes.ts';

const on = {
  on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2026-12-09' },
};

/** The forward plan, and each notice with all its versions, for programs. */
export const noticeApiRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/forward-plan',
    may: 'anyone',
    api: {
      summary: 'Forthcoming decisions of one body or of all, as announced on a day, the soonest first',
      parameters: {
        ...on,
        body: { says: 'The id of a body, from /api/bodies; every body when left out', example: 'maidstone' },
        place: { says: 'The id of a place: what concerns whoever lives there', example: 'maidstone' },
        topic: { says: 'The name of a topic, as in the notices', example: 'housing' },
        key: { says: 'yes for key decisions alone', example: 'yes' },
      },
      answers: z.object({ on: day, notices: z.array(noticeLineShape) }),
    },
    handle: async (visit) => {
      const bodyId = visit.query['body'] === '' ? undefined : visit.query['body'];
      const plan = await forwardPlan(database, planAsked(visit, bodyId));
      return plan === undefined
        ? notFound(noSuchBody(bodyId))
        : json({ on: visit.on, notices: plan.lines.map(lineAnswer) });
    },
  },
  {
    method: 'GET',
    path: '/api/forward-plan/:body/:notice',
    may: 'anyone',
    api: {
      summary: 'One notice: every version of it by the day, whether it is enough, and what was decided',
      parameters: {
        body: { says: 'The id of a body, from /api/bodies', example: 'ashford' },
        notice: { says: 'The reference of a notice, from /api/forward-plan', example: 'illustrative' },
        ...on,
      },
      answers: noticeShape,
    },
    handle: async (visit) => {
      const { body: bodyId = '', notice: reference = '' } = visit.params;
      const found = await noticePage(database, noticeId({ bodyId, reference }), visit.on);
      return found === undefined
        ? notFound(noSuchNotice(visit))
        : json({ on: visit.on, ...noticeAnswer(found) });
    },
  },
];
