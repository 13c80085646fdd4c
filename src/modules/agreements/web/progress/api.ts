import { json, notFound, type PublicRoute } from '#platform/http';
import { fractionText } from '#platform/kernel';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { seriesAreaPath } from '../../domain/reading/reading-paths.ts';
import { readingStatuses } from '../../domain/reading/reading.ts';
import type { Going } from '../../domain/series/going.ts';
import { statusWord, whyStatus } from '../../domain/series/say-status.ts';
import { sayOutlook } from '../../domain/series/outlook.ts';
import { targetPath } from '../../domain/target/target.ts';
import { curveOn } from '../../queries/progress/curve.ts';
import { agreedBy, answersFor } from '../../queries/progress/names.ts';
import { progressOn } from '../../queries/progress/overview.ts';
import { noSuchCurve } from './curve/routes.tsx';
import { readAsked } from './overview/read-asked.ts';
import { momentOf } from './parts/moment-of.ts';

const day = z.iso.date();
const exact = z.string().describe('An exact decimal, as text');

const goingShape = z.object({
  series: z.string(),
  area: z.string(),
  title: z.string(),
  unit: z.string(),
  concerns: z.enum(['population', 'performance']),
  isIllustrative: z.boolean(),
  colour: z.enum(['green', 'amber', 'red', 'grey']),
  status: z.string(),
  because: z.array(z.string()).describe('Why it stands so, in sentences'),
  isProvisional: z.boolean(),
  isAchieved: z.boolean(),
  latest: z
    .object({
      from: day,
      to: day,
      value: exact.nullable(),
      status: z.enum(readingStatuses),
      revision: z.number(),
    })
    .nullable(),
  expected: exact.nullable(),
  floor: exact.nullable(),
  direction: z.enum(['improving', 'steady', 'worsening', 'not-known']),
  target: z.string().nullable().describe('The page of the target in force'),
  agreedBy: z.array(z.string()),
  answersFor: z.string().nullable(),
  page: z.string(),
});

const readingShape = z.object({
  from: day,
  to: day,
  revision: z.number(),
  status: z.enum(readingStatuses),
  value: exact.nullable(),
  low: exact.nullable(),
  high: exact.nullable(),
  publishedAt: z.iso.datetime(),
  note: z.string(),
});

const onParameter = {
  on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2026-04-30' },
};

/** How things go, for programs. */
export function progressApiRoutes(services: Pick<Services, 'database' | 'clock'>): readonly PublicRoute[] {
  const { database } = services;
  return [
    {
      method: 'GET',
      path: '/api/progress',
      may: 'anyone',
      api: {
        summary:
          'How each series goes in each area: its status with why, its direction, its target and who agreed to it',
        parameters: {
          body: { says: 'Only what this body answers for or agreed to', example: 'maidstone' },
          place: { says: 'Only of this place', example: 'maidstone' },
          theme: { says: 'Only of this theme of a framework', example: 'kent-agreement-two/1' },
          about: { says: 'population or performance', example: 'population' },
          status: { says: 'red, amber, green or grey', example: 'red' },
          ...onParameter,
        },
        answers: z.object({ on: day, lines: z.array(goingShape) }),
      },
      handle: async (visit) => {
        const { lines } = await progressOn(database, readAsked(visit), momentOf(services, visit));
        return json({ on: visit.on, lines: lines.map(goingAnswer) });
      },
    },
    {
      method: 'GET',
      path: '/api/series/:series/:area',
      may: 'anyone',
      api: {
        summary: 'One series in one area: how it goes, its forecast and every revision of its readings',
        parameters: {
          series: { says: 'The id of a series, from /api/progress', example: 'illustration-repairs-in-time' },
          area: { says: 'The id of a place or body', example: 'maidstone' },
          ...onParameter,
        },
        answers: z.object({
          on: day,
          going: goingShape,
          forecast: z.string(),
          readings: z.array(readingShape),
          stories: z.array(z.object({ periodTo: day, says: z.string(), by: z.string(), body: z.string() })),
        }),
      },
      handle: async (visit) => {
        const { series = '', area = '' } = visit.params;
        const curve = await curveOn(database, { seriesId: series, areaId: area }, momentOf(services, visit));
        if (curve === undefined) return notFound(noSuchCurve);
        return json({
          on: visit.on,
          going: goingAnswer(curve.going),
          forecast: curve.outlook === undefined ? '' : sayOutlook(curve.going, curve.outlook),
          readings: curve.revisions.map((reading) => ({
            ...reading.period,
            revision: reading.revision,
            status: reading.status,
            value: reading.value ?? null,
            low: reading.confidence?.low ?? null,
            high: reading.confidence?.high ?? null,
            publishedAt: reading.publishedAt.toISOString(),
            note: reading.note,
          })),
          stories: curve.stories.map(({ periodTo, says, byOffice, bodyId }) => ({
            periodTo,
            says,
            by: byOffice,
            body: bodyId,
          })),
        });
      },
    },
  ];
}

function goingAnswer(going: Going): z.infer<typeof goingShape> {
  const { series, areaId, status, latest, expectation, target } = going;
  const judged = status.colour === 'grey' ? undefined : status;
  const text = (value: Parameters<typeof fractionText>[0] | undefined) =>
    value === undefined ? null : fractionText(value, series.decimals);
  return {
    series: series.id,
    area: areaId,
    title: series.title,
    unit: series.unit,
    concerns: series.concerns,
    isIllustrative: series.isIllustrative,
    colour: status.colour,
    status: statusWord(status),
    because: [...whyStatus(series, latest, expectation, status)],
    isProvisional: judged?.isProvisional ?? false,
    isAchieved: judged?.isAchieved ?? false,
    latest:
      latest === undefined
        ? null
        : { ...latest.period, value: latest.value ?? null, status: latest.status, revision: latest.revision },
    expected: text(judged?.expected),
    floor: text(judged?.floor),
    direction: going.direction.direction,
    target: target === undefined ? null : targetPath(target.target),
    agreedBy: [...agreedBy(going)],
    answersFor: answersFor(going) ?? null,
    page: seriesAreaPath({ seriesId: series.id, areaId }),
  };
}
