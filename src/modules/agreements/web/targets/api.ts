import { json, notFound, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { blockersOf, sayTarget } from '../../domain/target/explain-blocker.ts';
import { targetPath } from '../../domain/target/target.ts';
import { agreementOf } from '../../queries/agreement-of.ts';
import { targetsShown, type TargetsShown } from '../../queries/targets-shown.ts';
import { noSuchAgreement } from './list-page.tsx';

const day = z.iso.date().describe('A day in London, 2008-07-09');
const figure = z.string().describe('An exact decimal number');
const period = z.object({ from: day, to: day });

const targetShape = z.object({
  id: z.string(),
  page: z.string(),
  agreement: z.string(),
  outcome: z.string().nullable(),
  series: z.string(),
  area: z.string(),
  kind: z.enum(['designated', 'local', 'statutory']),
  illustrative: z.boolean(),
  standing: z.string().describe('Where it stands, in a word'),
  says: z.string().describe('The same in a sentence'),
  inForce: z.object({ version: z.int(), since: day }).nullable(),
  blockers: z.array(z.object({ what: z.string(), who: z.string().describe('Who can unblock it') })),
  versions: z.array(
    z.object({
      number: z.int(),
      putOn: day,
      putBy: z.string().describe('The body that put it'),
      reason: z.string(),
      lead: z.string(),
      partners: z.array(z.string()),
      baseline: z.object({ value: figure.nullable(), period, status: z.string(), by: day.nullable() }),
      without: figure.nullable(),
      values: z.array(period.extend({ value: figure, floor: figure.nullable(), stretch: figure.nullable() })),
      source: z.string(),
    }),
  ),
  answers: z.array(
    z.object({
      version: z.int(),
      body: z.string(),
      answer: z.enum(['consents', 'refuses', 'withdraws']),
      on: day,
      says: z.string(),
      decision: z.string().nullable().describe('The page of the decision it consented by'),
      clause: z.string().nullable(),
      source: z.string(),
    }),
  ),
});

/** The targets of an agreement for programs. */
export const targetApiRoutes = (services: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/targets/:agreement',
    may: 'anyone',
    api: {
      summary:
        'The targets of an agreement, with every version, each partner’s answer and where each stands on a day',
      parameters: {
        agreement: { says: 'The id of an agreement', example: 'kent-agreement-two' },
        on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2026-07-15' },
      },
      answers: z.object({ on: day, targets: z.array(targetShape) }),
    },
    handle: async (visit) => {
      const agreement = await agreementOf(services.database, visit.params['agreement'] ?? '');
      if (agreement === undefined) return notFound(noSuchAgreement);
      const shown = await targetsShown(services, { agreementIds: [agreement.id] }, visit);
      return json({
        on: visit.on,
        targets: shown.targets.map((stood) => targetAnswer(stood, shown, visit.on)),
      });
    },
  },
];

function targetAnswer(
  { target, standing }: TargetsShown['targets'][number],
  { names, grounds }: TargetsShown,
  on: string,
): z.infer<typeof targetShape> {
  const { word, says } = sayTarget(standing, target, names.body);
  return {
    id: target.id,
    page: targetPath(target),
    agreement: target.agreementId,
    outcome: target.outcomeId ?? null,
    series: target.seriesId,
    area: target.areaId,
    kind: target.standing,
    illustrative: target.isIllustrative,
    standing: word,
    says,
    inForce:
      standing.inForce === undefined
        ? null
        : { version: standing.inForce.version.number, since: standing.inForce.since },
    blockers: blockersOf(standing, names.body).map(({ what, who }) => ({ what, who })),
    versions: target.versions
      .filter(({ putOn }) => putOn <= on)
      .map(({ number, putOn, byBody, reason, leadBody, partners, baseline, without, values, source }) => ({
        number,
        putOn,
        putBy: byBody,
        reason,
        lead: leadBody,
        partners: [...partners],
        baseline: {
          value: baseline.value ?? null,
          period: baseline.period,
          status: baseline.status,
          by: baseline.by ?? null,
        },
        without: without ?? null,
        values: values.map(({ period: year, value, floor, stretch }) => ({
          ...year,
          value,
          floor: floor ?? null,
          stretch: stretch ?? null,
        })),
        source,
      })),
    answers: target.answers
      .filter((answer) => answer.on <= on)
      .map(({ version, bodyId, answer, on: given, says: reason, decisionId, clause, source }) => ({
        version,
        body: bodyId,
        answer,
        on: given,
        says: reason,
        decision: grounds.decisions.get(decisionId ?? '')?.path ?? null,
        clause: clause ?? null,
        source,
      })),
  };
}
