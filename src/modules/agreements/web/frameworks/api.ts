import { json, notFound, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { frameworkPath, indicatorPath, outcomePath } from '../../domain/framework/framework.ts';
import type { Series } from '../../domain/series/series.ts';
import { type FrameworkPage, frameworkPage } from '../../queries/frameworks/framework-page.ts';
import { type FrameworkLine, frameworkLines } from '../../queries/frameworks/frameworks-list.ts';
import { type IndicatorLine, indicatorLines } from '../../queries/frameworks/indicators-list.ts';
import { noSuchFramework } from './framework-page.tsx';
import { wantedOf } from './indicators-page.tsx';

const day = z.iso.date().describe('A day in London, 2008-07-09');
const sure = z.string().describe('How sure we are of it: unsure is to be checked before it is relied on');

const frameworkShape = z.object({
  id: z.string(),
  page: z.string(),
  title: z.string(),
  kind: z.enum(['agreement', 'plan', 'indicator-set']),
  body: z.string().nullable(),
  from: day.nullable(),
  until: day.nullable(),
  illustrative: z.boolean(),
  source: z.string(),
  certainty: sure,
});

const seriesShape = z.object({
  id: z.string(),
  title: z.string(),
  concerns: z.enum(['population', 'performance']),
  better: z.enum(['higher', 'lower', 'band']),
  band: z.object({ low: z.string(), high: z.string() }).nullable(),
  unit: z.string(),
  measuredAs: z.string(),
  decimals: z.int(),
  frequency: z.string(),
  accumulation: z.string(),
  ratio: z.object({ numerator: z.string(), denominator: z.string(), per: z.string() }).nullable(),
  survey: z.boolean(),
  collectedBy: z.string(),
  lagDays: z.int(),
  replaces: z.string().nullable(),
  proxyFor: z.string().nullable(),
  measuredFrom: z.string(),
  source: z.string(),
  certainty: sure,
});

const indicatorShape = z.object({
  id: z.string(),
  page: z.string(),
  set: z.string(),
  code: z.string(),
  title: z.string(),
  kind: z.enum(['national', 'statutory', 'local']),
  placeholder: z.boolean().describe('Announced and not defined yet'),
  certainty: sure,
  series: z.array(seriesShape),
});

const outcomeShape = z.object({
  id: z.string(),
  page: z.string(),
  number: z.int(),
  theme: z.string().nullable(),
  title: z.string(),
  cites: z.string(),
  indicators: z.array(z.object({ id: z.string(), standing: z.enum(['suggested', 'chosen', 'dropped']) })),
});

const onParameter = {
  on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2026-07-15' },
};

/** Frameworks and indicators for programs. */
export const frameworkApiRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/frameworks',
    may: 'anyone',
    api: {
      summary: 'Every set of outcomes and indicators',
      answers: z.object({ frameworks: z.array(frameworkShape) }),
    },
    handle: async () => json({ frameworks: (await frameworkLines(database)).map(frameworkAnswer) }),
  },
  {
    method: 'GET',
    path: '/api/frameworks/:framework',
    may: 'anyone',
    api: {
      summary: 'One set with its outcomes and the indicators that tell of each on a day',
      parameters: {
        framework: { says: 'The id of a set, from /api/frameworks', example: 'kent-agreement-two' },
        ...onParameter,
      },
      answers: z.object({ on: day, framework: frameworkShape, outcomes: z.array(outcomeShape) }),
    },
    handle: async ({ params, on }) => {
      const found = await frameworkPage(database, params['framework'] ?? '', on);
      if (found === undefined) return notFound(noSuchFramework);
      return json({ on, framework: frameworkAnswer(found.framework), outcomes: outcomesAnswer(found) });
    },
  },
  {
    method: 'GET',
    path: '/api/indicators',
    may: 'anyone',
    api: {
      summary: 'Indicators of all sets with how each of their series is measured',
      parameters: {
        set: { says: 'Only those of this set', example: 'national-indicators-2008' },
        kind: { says: 'Only national, statutory or local ones', example: 'statutory' },
        better: { says: 'Only those with a series of this polarity: higher, lower, band', example: 'lower' },
        words: { says: 'A code or words of a title', example: 'NI 154' },
      },
      answers: z.object({ indicators: z.array(indicatorShape) }),
    },
    handle: async (visit) =>
      json({ indicators: (await indicatorLines(database, wantedOf(visit))).map(indicatorAnswer) }),
  },
];

const frameworkAnswer = (
  framework: Omit<FrameworkLine, 'outcomes' | 'indicators'>,
): z.infer<typeof frameworkShape> => ({
  id: framework.id,
  page: frameworkPath(framework),
  title: framework.title,
  kind: framework.kind,
  body: framework.bodyId ?? null,
  from: framework.from ?? null,
  until: framework.until ?? null,
  illustrative: framework.isIllustrative,
  source: framework.source,
  certainty: framework.certainty,
});

const outcomesAnswer = ({ parts }: FrameworkPage): z.infer<typeof outcomeShape>[] =>
  parts.flatMap(({ theme, outcomes }) =>
    outcomes.map(({ outcome, measures }) => ({
      id: outcome.id,
      page: outcomePath(outcome),
      number: outcome.number,
      theme: theme?.title ?? null,
      title: outcome.title,
      cites: outcome.cites,
      indicators: measures.map(({ measure, indicator }) => ({
        id: indicator.id,
        standing: measure.standing,
      })),
    })),
  );

const indicatorAnswer = ({ indicator, series }: IndicatorLine): z.infer<typeof indicatorShape> => ({
  id: indicator.id,
  page: indicatorPath(indicator),
  set: indicator.frameworkId,
  code: indicator.code,
  title: indicator.title,
  kind: indicator.kind,
  placeholder: indicator.isPlaceholder,
  certainty: indicator.certainty,
  series: series.map(seriesAnswer),
});

const seriesAnswer = (series: Series): z.infer<typeof seriesShape> => ({
  id: series.id,
  title: series.title,
  concerns: series.concerns,
  better: series.polarity.better,
  band: series.polarity.better === 'band' ? { low: series.polarity.low, high: series.polarity.high } : null,
  unit: series.unit,
  measuredAs: series.measuredAs,
  decimals: series.decimals,
  frequency: series.frequency,
  accumulation: series.accumulation,
  ratio: series.ratio ?? null,
  survey: series.method.by === 'survey',
  collectedBy: series.collectedBy,
  lagDays: series.lagDays,
  replaces: series.replaces ?? null,
  proxyFor: series.proxyFor ?? null,
  measuredFrom: series.measuredFrom,
  source: series.source,
  certainty: series.certainty,
});
