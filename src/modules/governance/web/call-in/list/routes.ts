import { json, type PublicRoute, until } from '#platform/http';
import { londonDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { fileRoutes } from '#platform/web';
import { z } from 'zod';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { callInsDataset, listCallIns, standingOf } from '../../../queries/call-in/call-ins-list.ts';
import { momentOn } from '../../../queries/standings.ts';
import { standingTags } from '../words.ts';
import { callInsPage, firstChangeOf } from './list-page.tsx';
import { outcomeInWords } from './outcome-words.ts';
import { readFilter } from './read-filter.ts';

const path = '/decisions/call-ins';

/** Every call-in that was made, with what became of it: as a page, as files, for programs. */
export const callInListRoutes = (services: Services): readonly PublicRoute[] => [
  { method: 'GET', path, may: 'anyone', handle: (visit) => callInsPage(services, visit) },
  ...fileRoutes(path, async (visit) => {
    const { on, today } = visit;
    const at = momentOn({ on, today, now: services.clock.now() });
    return callInsDataset(services.database, readFilter(visit), { at, on, outcomeInWords });
  }),
  {
    method: 'GET',
    path: '/api/call-ins',
    may: 'anyone',
    api: {
      summary: 'Decisions that were called in, the latest first, each with what became of it',
      parameters: {
        on: { says: 'The day to show, as YYYY-MM-DD; today when left out', example: '2008-07-22' },
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        year: { says: 'The year decided', example: '2008' },
      },
      answers: z.object({ on: z.iso.date(), callIns: z.array(callInShape()) }),
    },
    handle: async (visit) => {
      const { on, today } = visit;
      const at = momentOn({ on, today, now: services.clock.now() });
      const { lines } = await listCallIns(services.database, readFilter(visit), { at });
      const callIns = lines.map((line) => ({
        body: line.decision.bodyId,
        reference: line.decision.reference,
        title: line.decision.title,
        takenOn: line.decision.takenOn,
        calledInOn: londonDate(line.calledInAt),
        calledInAt: line.calledInAt.toISOString(),
        members: line.members,
        signedBy: line.signatures
          .filter(({ withdrawn }) => withdrawn === undefined)
          .map(({ officeTitle }) => officeTitle),
        standing: standingOf(line),
        says: outcomeInWords(line),
        page: decisionPath(line.decision),
      }));
      return until(on === today ? firstChangeOf(lines, at) : undefined, json({ on, callIns }));
    },
  },
];

function callInShape() {
  const standings = Object.keys(standingTags) as (keyof typeof standingTags)[];
  return z.object({
    body: z.string(),
    reference: z.string(),
    title: z.string(),
    takenOn: z.iso.date(),
    calledInOn: z.iso.date(),
    calledInAt: z.iso.datetime().describe('When the last signature that was needed came'),
    members: z.number().int().describe('How many members’ signatures count'),
    signedBy: z.array(z.string()).describe('The seats of those who signed and did not withdraw'),
    standing: z.enum([...standings, 'no-longer']).describe('Where its executive clauses stood'),
    says: z.string(),
    page: z.string(),
  });
}
