import { json, notFound, type PublicRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { z } from 'zod';
import { comparisons, conditionFactKinds, watchKinds } from '../../domain/scrutiny/condition-fact.ts';
import { reportPath } from '../../domain/scrutiny/report.ts';
import { responseOutcomes } from '../../domain/scrutiny/response.ts';
import { type ReportAt, reportAt, reportsAt } from '../../queries/recommendations.ts';
import { idOf, noSuchReport } from './report-page.tsx';
import { sayCondition, sayDue, sayResponse } from './words.ts';

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];
const day = z.iso.date().describe('A day in London, 2008-07-09');
const dayOrNot = day.nullable();

const factShape = z.object({
  on: day,
  kind: z.enum(keysOf(conditionFactKinds)),
  says: z.string(),
  source: z.string(),
  to: dayOrNot.describe('The day it is moved to'),
  value: z.number().nullable().describe('The reading of a figure'),
  watch: z
    .object({
      kind: z.enum(keysOf(watchKinds)),
      what: z.string(),
      day: dayOrNot.describe('The last day for it; for a figure, the first on which it must hold'),
      comparison: z.enum(keysOf(comparisons)).nullable(),
      threshold: z.number().nullable(),
      unit: z.string().nullable(),
    })
    .nullable(),
});

const conditionShape = z.object({
  key: z.string(),
  number: z.string(),
  text: z.string(),
  standing: z.enum(['not-yet-watched', 'on-track', 'slipped', 'met', 'not-known']),
  says: z.string().describe('The standing in words'),
  slippedSince: dayOrNot,
  due: dayOrNot,
  facts: z.array(factShape),
});

const reportShape = z.object({
  body: z.string(),
  reference: z.string(),
  page: z.string(),
  title: z.string(),
  committee: z.string(),
  committeeId: z.string().nullable(),
  madeOn: day,
  addressedTo: z.string(),
  receivedOn: dayOrNot,
  answer: z.object({
    standing: z.enum(['answered', 'open', 'overdue']),
    says: z.string(),
    dueBy: dayOrNot,
    dueWhy: z.string().nullable().describe('How the day was counted, or why there is none'),
  }),
  recommendations: z.array(
    z.object({
      number: z.string(),
      text: z.string(),
      responses: z.array(
        z.object({
          on: day,
          outcome: z.enum(keysOf(responseOutcomes)),
          reasons: z.string(),
          decision: z.string().nullable().describe('The page of the decision that agreed it'),
          clause: z.string().nullable(),
          source: z.string(),
        }),
      ),
      conditions: z.array(conditionShape),
    }),
  ),
  source: z.string(),
});

const onParameter = {
  on: { says: 'The day it is asked about, as YYYY-MM-DD; today when left out', example: '2008-07-09' },
};

/** Scrutiny’s recommendations for programs. */
export const scrutinyApiRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/recommendations',
    may: 'anyone',
    api: {
      summary: 'What scrutiny committees recommended, the answers, and where every condition stands on a day',
      parameters: {
        body: { says: 'Only this body’s, by its id from /api/bodies', example: 'maidstone' },
        ...onParameter,
      },
      answers: z.object({ on: day, reports: z.array(reportShape) }),
    },
    handle: async ({ query, on }) => {
      const bodyId = query['body'] ?? '';
      const reports = await reportsAt(database, bodyId === '' ? {} : { bodyId }, on);
      return json({ on, reports: reports.map(reportAnswer) });
    },
  },
  {
    method: 'GET',
    path: '/api/recommendations/:body/:reference',
    may: 'anyone',
    api: {
      summary: 'One report of a scrutiny committee, as it stands on a day',
      parameters: {
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone' },
        reference: { says: 'The number of the report', example: '2008-001' },
        ...onParameter,
      },
      answers: z.object({ on: day, report: reportShape }),
    },
    handle: async ({ params, on }) => {
      const found = await reportAt(database, idOf(params), on);
      return found === undefined ? notFound(noSuchReport(params)) : json({ on, report: reportAnswer(found) });
    },
  },
];

function reportAnswer({
  report,
  responses,
  facts,
  response,
  due,
  conditions,
}: ReportAt): z.infer<typeof reportShape> {
  const by = sayDue(due);
  return {
    body: report.bodyId,
    reference: report.reference,
    page: reportPath(report),
    title: report.title,
    committee: report.committee,
    committeeId: report.committeeId ?? null,
    madeOn: report.madeOn,
    addressedTo: report.addressedTo,
    receivedOn: report.receivedOn ?? null,
    answer: {
      standing: response.standing,
      says: sayResponse(response).says,
      dueBy: due.due === 'known' ? due.by.date : null,
      dueWhy: by.why ?? by.says,
    },
    recommendations: report.recommendations.map((recommendation) => ({
      number: recommendation.number,
      text: recommendation.text,
      responses: responses
        .filter((each) => each.recommendation === recommendation.number)
        .map(({ on, outcome, reasons, decisionId, clause, source }) => ({
          on,
          outcome,
          reasons,
          decision: decisionId === undefined ? null : `/decisions/${decisionId}`,
          clause: clause ?? null,
          source,
        })),
      conditions: conditions
        .filter((each) => each.recommendation === recommendation)
        .map(({ condition, standing }) => ({
          ...condition,
          standing: standing.standing,
          says: sayCondition(standing).says,
          slippedSince: standing.standing === 'slipped' ? standing.since : null,
          due:
            standing.standing === 'slipped' || standing.standing === 'on-track'
              ? (standing.due ?? null)
              : null,
          facts: (facts.get(condition.key) ?? []).map(factAnswer),
        })),
    })),
    source: report.source,
  };
}

type Fact = NonNullable<ReturnType<ReportAt['facts']['get']>>[number];

function factAnswer(fact: Fact): z.infer<typeof factShape> {
  const { on, kind, says, source } = fact;
  return {
    on,
    kind,
    says,
    source,
    to: fact.kind === 'moved' || fact.kind === 'agreed' ? fact.to : null,
    value: fact.kind === 'reading' ? fact.value : null,
    watch: fact.kind === 'watched' ? watchAnswer(fact.watch) : null,
  };
}

const watchAnswer = (watch: Extract<Fact, { kind: 'watched' }>['watch']) => ({
  kind: watch.kind,
  what: watch.what,
  day: (watch.kind === 'figure' ? watch.from : watch.by) ?? null,
  comparison: watch.kind === 'figure' ? watch.comparison : null,
  threshold: watch.kind === 'figure' ? watch.threshold : null,
  unit: watch.kind === 'figure' ? watch.unit : null,
});
