import { json, notFound, type PublicRoute } from '#platform/http';
import { financialYear, parseFinancialYear } from '#platform/kernel';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { timelinessOfAll } from '../../../queries/readings/timeliness-book.ts';

const count = (what: string) => z.int().describe(what);

/** Whether each body brings its readings by their days, for programs. */
export const timelinessApiRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/timeliness',
    may: 'anyone',
    api: {
      summary:
        'How many readings of indicators each body published on time, late and not at all, in a financial year',
      parameters: {
        year: {
          says: 'The financial year in which they were due; that of the day when left out',
          example: '2026-27',
        },
        on: { says: 'As it stood on this day, as YYYY-MM-DD; today when left out', example: '2026-07-15' },
      },
      answers: z.object({
        on: z.iso.date(),
        year: z.string(),
        bodies: z.array(
          z.object({
            body: z.string(),
            name: z.string(),
            due: count('Due by the day'),
            onTime: count('Published by the day they were due'),
            late: count('Published later'),
            missing: count('Not published yet'),
          }),
        ),
      }),
    },
    handle: async ({ query, on }) => {
      const asked = query['year'] === undefined ? undefined : parseFinancialYear(query['year']);
      if (asked?.ok === false) return notFound('That is not a financial year. Write it like 2026-27.');
      const year = asked?.value ?? financialYear(on);
      const bodies = await timelinessOfAll(database, year, on);
      return json({
        on,
        year,
        bodies: bodies.map(({ bodyId, ...each }) => ({ body: bodyId, ...each })),
      });
    },
  },
];
