import { json, notFound, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import type { LeagueFigures } from '../../domain/league/figures.ts';
import type { LeagueBook } from '../../queries/league/league-book.ts';
import { bodyOn } from '#modules/register';
import { leagueDecisionsDataset } from '../../queries/league/league-datasets.ts';
import { leagueDetail, leagueYears } from '../../queries/league/league.ts';
import { noSuchBody, notAYear, readYear } from './league-page.tsx';

const tally = (what: string) =>
  z
    .object({ count: z.int(), of: z.int().describe('How many could be judged'), cannotBeJudged: z.int() })
    .describe(what);

const figuresShape = z.object({
  decisions: z.int(),
  executive: z.int(),
  keyDecisions: z.int(),
  noticesLate: tally('Key decisions whose notice was late or missing'),
  recordsLate: tally('Records published after the body’s own limit'),
  publication: z
    .object({ median: z.int(), longest: z.int() })
    .nullable()
    .describe('Working days from decision to publication'),
  responsesLate: tally('Answers to scrutiny that came late or are overdue'),
  urgency: z.object({
    generalException: z.int(),
    specialUrgency: z.int(),
    callInWaived: z.int(),
    decisions: z.int(),
    percentage: z.number().nullable().describe('Of the executive decisions; null where there are none'),
  }),
});

const day = z.iso.date().describe('A day in London, 2008-07-09');
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The clock league for programs. */
export const leagueApiRoutes = ({
  database,
  book,
}: Pick<Services, 'database'> & Readonly<{ book: LeagueBook }>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/clock-league',
    may: 'anyone',
    api: {
      summary: 'How each body kept its clocks, year by year, counted from the record',
      parameters: {
        on: { says: 'As it stood on this day, as YYYY-MM-DD; today when left out', example: '2026-07-15' },
      },
      answers: z.object({
        on: day,
        years: z.array(z.object({ body: z.string(), year: z.int(), figures: figuresShape })),
      }),
    },
    handle: async ({ on }) => {
      const years = await leagueYears(database, book, on);
      return json({
        on,
        years: years.map(({ bodyId, year, figures }) => ({
          body: bodyId,
          year,
          figures: figuresAnswer(figures),
        })),
      });
    },
  },
  {
    method: 'GET',
    path: '/api/clock-league/:body/:year',
    may: 'anyone',
    api: {
      summary: 'One body’s clocks in one year, with every decision that was counted and why',
      parameters: {
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        year: { says: 'The year in which the decisions were taken', example: '2008' },
        on: { says: 'As it stood on this day, as YYYY-MM-DD; today when left out', example: '2026-07-15' },
      },
      answers: z.object({
        on: day,
        body: z.string(),
        year: z.int(),
        figures: figuresShape,
        decisions: z.array(z.record(z.string(), cell)),
      }),
    },
    handle: async ({ params, on }) => {
      const year = readYear(params['year'] ?? '');
      if (year === undefined) return notFound(notAYear);
      const body = await bodyOn(database, params['body'] ?? '', { on });
      if (body === undefined) return notFound(noSuchBody);
      const found = await leagueDetail(database, { bodyId: body.id, year }, on);
      return json({
        on,
        body: found.bodyId,
        year,
        figures: figuresAnswer(found.figures),
        decisions: leagueDecisionsDataset(found).rows,
      });
    },
  },
];

const figuresAnswer = (figures: LeagueFigures): z.infer<typeof figuresShape> => ({
  ...figures,
  publication: figures.publication ?? null,
  urgency: { ...figures.urgency, percentage: figures.urgency.percentage ?? null },
});
