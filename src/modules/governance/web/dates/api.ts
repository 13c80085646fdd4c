import { json, type PublicRoute, type Reply } from '#platform/http';
import type { Services } from '#platform/module';
import type { Explanation } from '#platform/kernel';
import { z } from 'zod';
import type { DateOutcome } from '../../domain/dates/answer-date.ts';
import { questionIds, questions } from '../../domain/dates/questions.ts';
import type { KnownRule } from '../../domain/ruled.ts';
import { answerDates, type DatesAnswered } from './answer-dates.ts';
import { sayOutcome, sayWhy } from './in-words.ts';

const day = z.iso.date().describe('A day in London, 2008-07-09');

const ruleShape = z.object({
  key: z.string(),
  title: z.string(),
  says: z.string().describe('The value in words'),
  source: z.string(),
  certainty: z.string().nullable().describe('Null where the value was given with the question'),
  since: day.nullable(),
  setBy: z.enum(['body', 'law', 'reader']),
  checkLocally: z.boolean(),
});

const explanationShape = z.object({
  countedFrom: day.describe('The day beside which the count begins, itself not counted'),
  countedTo: day.describe('The last day counted'),
  counted: z.int(),
  basis: z.enum(['calendar', 'working', 'parish']),
  skipped: z.array(z.object({ date: day, why: z.string() })),
  outsideKnown: z
    .object({ knownFrom: day, knownTo: day })
    .nullable()
    .describe(
      'Present where the count reaches beyond the bank holidays that are known: check the date again',
    ),
});

const outcomeShape = z.object({
  asked: z.enum(['earliest-event', 'latest-notice', 'call-in-deadline', 'effective']),
  standing: z.enum(['known', 'check-locally', 'does-not-apply']),
  says: z.string().describe('The outcome in words'),
  date: day.nullable(),
  time: z.string().nullable().describe('On London’s clocks, 17:00'),
  moment: z
    .enum(['at', 'after'])
    .nullable()
    .describe('Whether it takes effect at that time or only after it'),
  checkLocally: z.boolean().describe('Whether a rule used is unsure, only assumed, or not known'),
  why: z.string().nullable().describe('How it was counted, in words'),
  explanation: explanationShape.nullable(),
  rules: z.array(ruleShape).describe('Every rule it was worked out by'),
  missing: z.array(z.object({ key: z.string(), title: z.string() })).describe('Rules that are not known'),
  because: z.string().nullable().describe('Why the rule does not apply'),
});

export const calculatorShape = z.object({
  body: z.object({ id: z.string(), name: z.string(), exists: z.boolean() }),
  on: day,
  notThere: z.string().nullable(),
  answers: z.array(
    z.object({ ask: z.string(), title: z.string(), given: z.string(), outcomes: z.array(outcomeShape) }),
  ),
});

export const calculatorApiRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/calculator',
    may: 'anyone',
    api: {
      summary: 'Dates of notice, of decisions and of call-in, by one body’s rules of the day, each explained',
      parameters: {
        body: { says: 'The id of a body, from /api/bodies', example: 'maidstone', required: true },
        ask: { says: `One of: everything, ${questionIds.join(', ')}`, example: 'call-in' },
        on: { says: 'The day asked about, as YYYY-MM-DD; today when left out', example: '2008-07-11' },
        days: { says: 'A number of days of your own, in place of the rule’s', example: '5' },
        basis: { says: 'Which days your own number counts: working or calendar', example: 'working' },
        closes: { says: 'A closing time of your own for call-in, as HH:MM', example: '17:00' },
        effective: {
          says: 'Your own rule for taking effect: afterDeadline, noonOfDay, startOfNextWorkingDay or startOfNextCalendarDay',
          example: 'noonOfDay',
        },
      },
      answers: calculatorShape,
    },
    handle: async ({ query, on }) => {
      const answered = await answerDates(database, query, on);
      return answered.ok ? json(calculatorAnswer(answered.value)) : notAsked(answered.error);
    },
  },
];

/** RFC 9457, with each field that is wrong besides. */
const notAsked = (errors: Readonly<Record<string, string>>): Reply =>
  json(
    {
      type: 'about:blank',
      title: 'The question cannot be answered as it stands',
      status: 400,
      detail: Object.entries(errors)
        .map(([field, sentence]) => `${field}: ${sentence}.`)
        .join(' '),
      errors,
    },
    400,
    'application/problem+json',
  );

/** The answer as the API gives it and the command line writes it. */
export const calculatorAnswer = (answered: DatesAnswered): z.infer<typeof calculatorShape> => ({
  body: { id: answered.body.id, name: answered.body.name, exists: answered.body.exists },
  on: answered.asked.day,
  notThere: answered.notThere ?? null,
  answers: answered.answers.map(({ question, outcomes }) => ({
    ask: question,
    title: questions[question].title,
    given: questions[question].given,
    outcomes: outcomes.map(outcomeAnswer),
  })),
});

function outcomeAnswer(outcome: DateOutcome): z.infer<typeof outcomeShape> {
  const reached = outcome.standing === 'known' ? outcome : undefined;
  return {
    asked: outcome.asked,
    standing: outcome.standing,
    says: sayOutcome(outcome),
    date: reached?.date ?? null,
    time: reached?.time ?? null,
    moment: reached?.moment ?? null,
    checkLocally: outcome.standing === 'check-locally' || reached?.checkLocally === true,
    why: reached === undefined ? null : sayWhy(reached),
    explanation: reached === undefined ? null : explanationAnswer(reached.explanation),
    rules: reached?.rules.map(ruleAnswer) ?? [],
    missing: outcome.standing === 'check-locally' ? [...outcome.missing] : [],
    because: outcome.standing === 'does-not-apply' ? outcome.because : null,
  };
}

const explanationAnswer = (explanation: Explanation) => ({
  countedFrom: explanation.countedFrom,
  countedTo: explanation.countedTo,
  counted: explanation.counted,
  basis: explanation.basis,
  skipped: [...explanation.skipped],
  outsideKnown: explanation.outsideKnown ?? null,
});

const ruleAnswer = ({ key, title, says, source, certainty, since, setBy, checkLocally }: KnownRule) => ({
  key,
  title,
  says,
  source,
  certainty: certainty ?? null,
  since: since ?? null,
  setBy,
  checkLocally,
});
