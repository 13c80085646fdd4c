import type { Sql } from '#platform/db';
import type { Answers, FieldErrors } from '#platform/http';
import { formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { type BodyLine, calendarFor, everyBody, rulesFor } from '#modules/register';
import { answerDate, type DateAnswer } from '../../domain/dates/answer-date.ts';
import { questionIds } from '../../domain/dates/questions.ts';
import { type AskedDates, readAsked } from './read-asked.ts';
import { dateRules } from './rules-of-day.ts';
import { withWhatIf } from './what-if.ts';

export type DatesAnswered = Readonly<{
  asked: AskedDates;
  /** The body under its name of the day. */
  body: BodyLine;
  /** Said where the body does not exist on the day, so that no rule of it is asked. */
  notThere: string | undefined;
  answers: readonly DateAnswer[];
}>;

/**
 * Answers what was asked of the calculator, for the page, the API and the command line alike. `on` is the day asked about
 * where no form was filled in.
 */
export async function answerDates(
  sql: Sql,
  query: Answers,
  on: IsoDate,
): Promise<Result<DatesAnswered, FieldErrors>> {
  const bodies = await everyBody(sql, { on });
  const read = readAsked(
    query,
    bodies.map(({ id }) => id),
    on,
  );
  if (!read.ok) return read;
  const asked = read.value;
  const [named, rules, calendar] = await Promise.all([
    asked.day === on ? bodies : everyBody(sql, { on: asked.day }),
    rulesFor(sql, asked.bodyId),
    calendarFor(sql, asked.bodyId),
  ]);
  const body = named.find(({ id }) => id === asked.bodyId);
  if (body === undefined || rules === undefined)
    return refuse({ body: 'Choose a council or body from the list' });
  if (!body.exists) {
    const notThere = `${body.name} is not recorded as existing on ${formatDate(asked.day)}, so no rule of it applies.`;
    return ok({ asked, body, notThere, answers: [] });
  }
  const rulesOn = (day: IsoDate) => withWhatIf(dateRules(rules, day), asked);
  const wanted = asked.question === undefined ? questionIds : [asked.question];
  const answers = wanted.map((question) => answerDate(question, asked.day, { rulesOn, calendar }));
  return ok({ asked, body, notThere: undefined, answers });
}
