import { json, notFound, type PublicRoute, until } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { listDecisions } from '../../../queries/decisions-list.ts';
import { momentOn } from '../../../queries/standings.ts';
import { firstChange } from '../list/first-change.ts';
import { filterQuery, readFilter, readPlace } from '../list/read-filter.ts';
import { asked, noSuchDecision } from '../page/decision-page.tsx';
import { decisionAnswer, decisionLineAnswer } from './answers.ts';
import { decisionLineShape, decisionShape } from './shapes.ts';

const pageLength = 50;
const on = { says: 'The day to show, as YYYY-MM-DD; today when left out', example: '2008-07-14' };

/** Decisions for programs: page by page, and one by one. */
export const decisionApiRoutes = (services: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/decisions',
    may: 'anyone',
    api: {
      summary: 'Decisions whose record is public, the newest first, each clause with where it stands',
      parameters: {
        on,
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        year: { says: 'The year decided', example: '2008' },
        key: { says: 'yes or no', example: 'yes' },
        maker: { says: 'The kind of decision maker', example: 'cabinet' },
        effect: { says: 'What one of its clauses does', example: 'executive' },
        topic: { says: 'What it is about', example: 'partnerships' },
        place: { says: 'The id of a place, from /api/places', example: 'maidstone' },
        standing: { says: 'Where one of its clauses stands', example: 'in-effect' },
        after: { says: 'The next page, from the answer of the one before', example: '' },
      },
      answers: z.object({
        on: z.iso.date(),
        decisions: z.array(decisionLineShape),
        next: z.string().nullable().describe('The address of the next page'),
      }),
    },
    handle: async ({ query, on: day, today }) => {
      const filter = readFilter(query);
      const at = momentOn({ on: day, today, now: services.clock.now() });
      const { decisions, next } = await listDecisions(services.database, filter, {
        at,
        on: day,
        after: readPlace(query),
        limit: pageLength,
      });
      const address = next === undefined ? null : `/api/decisions${filterQuery(filter, next)}&on=${day}`;
      return until(
        day === today ? firstChange(decisions, at) : undefined,
        json({ on: day, decisions: decisions.map(decisionLineAnswer), next: address }),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/decisions/:body/:reference',
    may: 'anyone',
    api: {
      summary: 'One decision: its whole record, where each clause stands, its notice, gaps and corrections',
      parameters: {
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        reference: { says: 'Its number, from /api/decisions', example: '2008-001' },
        on,
      },
      answers: decisionShape,
    },
    handle: async (visit) => {
      const shown = await asked(services, visit);
      if (shown === undefined) return notFound(noSuchDecision(visit));
      return until(
        visit.on === visit.today ? shown.callIn.changesAt : undefined,
        json(decisionAnswer(shown, visit.on)),
      );
    },
  },
];
