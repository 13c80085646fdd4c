import type { Sql } from '#platform/db';
import { type IsoDate, latestOf, time } from '#platform/kernel';
import type { BodyRules } from '#modules/register';
import { workingDayCounter } from '../../domain/league/count-working-days.ts';
import {
  type JudgedDecision,
  judgeForLeague,
  type LeagueDecision,
  type LeagueRules,
} from '../../domain/league/judged-decision.ts';
import { noNotices } from '../../domain/notice/given.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { noticesGivenFor } from '../notice.ts';
import { noticeRulesOn, valueOn } from '../rules-on.ts';
import { rulesAndCalendars } from '../standings.ts';

/** Which decisions to judge: a body’s, of one year of taking or of all. */
export type LeagueAsked = Readonly<{ bodyId: string; year?: number }>;

/** A body’s decisions, each judged by the rules of the day it was taken, the first taken first. */
export async function judgedDecisions(sql: Sql, asked: LeagueAsked): Promise<readonly JudgedDecision[]> {
  const [decisions, bodies] = await Promise.all([
    listForLeague(sql, asked),
    rulesAndCalendars(sql, [asked.bodyId]),
  ]);
  const body = bodies.get(asked.bodyId);
  const [earliest, ...others] = decisions;
  if (body === undefined || earliest === undefined) return [];
  const noticed = decisions.flatMap(({ isKey, noticeId, takenOn }) =>
    isKey && noticeId !== undefined ? [{ noticeId, takenOn }] : [],
  );
  const given = await noticesGivenFor(sql, noticed);
  const rulesOn = rulesByDay(body.rules);
  const workingDays = workingDayCounter(body.calendar, {
    first: earliest.takenOn,
    last: latestOf(earliest.publishedOn, ...others.map(({ publishedOn }) => publishedOn)),
  });
  return decisions.map((decision) => {
    const { noticeId, takenOn, isKey } = decision;
    const notices = noticeId === undefined || !isKey ? noNotices : given(noticeId, takenOn);
    return judgeForLeague(decision, notices, rulesOn(takenOn), body.calendar, workingDays);
  });
}

/** The rules of a day, read once for all decisions taken on it. */
function rulesByDay(rules: BodyRules): (on: IsoDate) => LeagueRules {
  const known = new Map<IsoDate, LeagueRules>();
  return (on) => {
    const before = known.get(on);
    if (before !== undefined) return before;
    const read = {
      ...noticeRulesOn(rules, on),
      publishWorkingDays: valueOn(rules, 'record.publish', on)?.count,
      cutOff: valueOn(rules, 'record.cutOff', on),
    };
    known.set(on, read);
    return read;
  };
}

async function listForLeague(sql: Sql, { bodyId, year }: LeagueAsked): Promise<readonly LeagueDecision[]> {
  let query = sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision as decision')
    .leftJoin('governance.waiver as waiver', 'waiver.decision_id', 'decision.id')
    .select([
      'decision.id',
      'decision.reference',
      'decision.title',
      'decision.decision_maker',
      'decision.taken_on',
      'decision.published_on',
      'decision.published_time',
      'decision.is_executive',
      'decision.is_key',
      'decision.is_historic',
      'decision.notice_id',
      'decision.shorter_regulation',
      'waiver.decision_id as waived',
    ])
    .where('decision.body_id', '=', bodyId);
  if (year !== undefined)
    query = query
      .where('decision.taken_on', '>=', `${year}-01-01` as IsoDate)
      .where('decision.taken_on', '<=', `${year}-12-31` as IsoDate);
  const rows = await query.orderBy('decision.taken_on').orderBy('decision.id').execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    decisionMaker: row.decision_maker,
    takenOn: row.taken_on,
    publishedOn: row.published_on,
    publishedAt: row.published_time === null ? undefined : time(row.published_time.slice(0, 5)),
    isExecutive: row.is_executive,
    isKey: row.is_key,
    isHistoric: row.is_historic,
    noticeId: row.notice_id ?? undefined,
    shorterRegulation: row.shorter_regulation === 10 ? 10 : row.shorter_regulation === 11 ? 11 : undefined,
    isCallInWaived: row.waived !== null,
  }));
}
