import type { Sql } from '#platform/db';
import type { Calendar, IsoDate } from '#platform/kernel';
import type { BodyRules } from '#modules/register';
import type { NoticeGround } from '../domain/notice/ground.ts';
import { daysRuledOn, ruledOn } from './ruled.ts';
import { valueOn } from './rules-on.ts';
import { rulesAndCalendars } from './standings.ts';

/** What a body’s notices are judged by, asked for the day on which a decision is due. */
export type NoticeGrounds = (due: IsoDate) => NoticeGround;

/** Reads a body’s rules and closures; undefined where there is no such body. */
export async function noticeGrounds(sql: Sql, bodyId: string): Promise<NoticeGrounds | undefined> {
  return (await noticeGroundsOf(sql, [bodyId])).get(bodyId);
}

/** The same for several bodies. */
export async function noticeGroundsOf(
  sql: Sql,
  bodyIds: readonly string[],
): Promise<ReadonlyMap<string, NoticeGrounds>> {
  const bodies = await rulesAndCalendars(sql, bodyIds);
  return new Map(
    [...bodies].map(([bodyId, { rules, calendar }]) => [bodyId, (due) => groundOn(rules, calendar, due)]),
  );
}

const groundOn = (rules: BodyRules, calendar: Calendar, on: IsoDate): NoticeGround => ({
  on,
  law: ruledOn(rules, 'law.executiveDecisions', on),
  threshold: ruledOn(rules, 'keyDecision.threshold', on),
  wards: ruledOn(rules, 'keyDecision.wards', on),
  limbs: ruledOn(rules, 'keyDecision.limbs', on),
  keyDecision: daysRuledOn(rules, 'notice.keyDecision', on),
  generalException: daysRuledOn(rules, 'notice.generalException', on),
  forwardPlan: daysRuledOn(rules, 'notice.forwardPlan', on),
  privateMeeting: daysRuledOn(rules, 'notice.privateMeeting', on),
  privateMeetingAgain: daysRuledOn(rules, 'notice.privateMeetingAgain', on),
  specialUrgency: ruledOn(rules, 'notice.specialUrgency', on),
  cutOff: valueOn(rules, 'record.cutOff', on),
  calendar,
});
