import type { Sql } from '#platform/db';
import { addWorkingDays, type Calendar, type IsoDate, monthsBeginningWith } from '#platform/kernel';
import type { BodyRules } from '#modules/register';
import type { FollowedReport, ScrutinyReport } from '../domain/scrutiny/report.ts';
import {
  type ResponseDue,
  type ResponseStanding,
  responseStanding,
  responseTo,
} from '../domain/scrutiny/response.ts';
import { listReports, type ReportsAsked } from '../store/scrutiny.ts';
import { ruledOn } from './ruled.ts';
import { conditionsAt } from './slipped-conditions.ts';
import { rulesAndCalendars } from './standings.ts';

/** A report as it stood on a day: the executive’s answer, by when it was due, and every condition. */
export type ReportAt = FollowedReport &
  Readonly<{
    due: ResponseDue;
    response: ResponseStanding;
    conditions: ReturnType<typeof conditionsAt>;
  }>;

/** Reports as they stood on a day, the latest made first: all of them, one body’s, or those named. */
export async function reportsAt(
  sql: Sql,
  asked: Omit<ReportsAsked, 'madeBy'>,
  on: IsoDate,
): Promise<readonly ReportAt[]> {
  const reports = await listReports(sql, { ...asked, madeBy: on });
  const bodies = await rulesAndCalendars(sql, [...new Set(reports.map(({ report }) => report.bodyId))]);
  return reports.map((followed) => {
    const body = bodies.get(followed.report.bodyId);
    if (body === undefined)
      throw new Error(`${followed.report.id} is of a body that the register does not have`);
    const due = responseDue(followed.report, body);
    const numbers = followed.report.recommendations.map(({ number }) => number);
    return {
      ...followed,
      due,
      response: responseStanding(numbers, followed.responses, due, on),
      conditions: conditionsAt(followed, on),
    };
  });
}

/** One of them; undefined where there is none, or none yet on that day. */
export async function reportAt(sql: Sql, id: string, on: IsoDate): Promise<ReportAt | undefined> {
  return (await reportsAt(sql, { ids: [id] }, on))[0];
}

/**
 * By when the executive must answer: so many months beginning with the day it received the report, or working days after
 * it, by the body’s rule of that day (Local Government Act 2000, section 9FE, earlier 21B).
 */
function responseDue(
  { receivedOn }: ScrutinyReport,
  { rules, calendar }: Readonly<{ rules: BodyRules; calendar: Calendar }>,
): ResponseDue {
  if (receivedOn === undefined) return { due: 'not-received' };
  const rule = ruledOn(rules, 'scrutiny.response', receivedOn);
  if (rule.standing === 'check-locally') return { due: 'check-locally' };
  if (rule.standing === 'does-not-apply') return { due: 'does-not-apply', because: rule.because };
  const { count, unit } = rule.value;
  const by =
    unit === 'months' ? monthsBeginningWith(receivedOn, count) : addWorkingDays(calendar, receivedOn, count);
  return { due: 'known', by, rule };
}

/** The answer to each recommendation that stood on a day, in the report’s order. */
export const answersOn = ({ report, responses }: FollowedReport, on: IsoDate) =>
  report.recommendations.map((recommendation) => ({
    recommendation,
    response: responseTo(recommendation.number, responses, on),
  }));
