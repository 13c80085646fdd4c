import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type BodyLine, everyBody, type PlaceLine, placesOn } from '#modules/register';
import type { NoticeGround } from '../domain/notice/ground.ts';
import { judgeNotice, type NoticeJudgement } from '../domain/notice/judge-notice.ts';
import { type NoticeStanding, noticeStanding } from '../domain/notice/standing.ts';
import { type DecisionAfter, listDecisionsAfter } from '../store/notices.ts';
import { noticeOf, type StoodNotice } from './notice.ts';
import { noticeGrounds } from './notice-ground.ts';

/** Everything the page of a notice shows, as it stood on a day. */
export type NoticePage = StoodNotice &
  Readonly<{
    body: BodyLine;
    standing: NoticeStanding;
    judged: NoticeJudgement;
    ground: NoticeGround;
    /** The records of decisions that followed it by the day. */
    decisions: readonly DecisionAfter[];
    places: readonly PlaceLine[];
  }>;

/** One notice on a day; undefined where there was none yet. */
export async function noticePage(sql: Sql, noticeId: string, on: IsoDate): Promise<NoticePage | undefined> {
  const stood = await noticeOf(sql, noticeId, on);
  if (stood === undefined) return undefined;
  const { notice, version, versions } = stood;
  const [bodies, grounds, decided, places] = await Promise.all([
    everyBody(sql, { on }),
    noticeGrounds(sql, notice.bodyId),
    listDecisionsAfter(sql, noticeId),
    placesOn(sql, { on }, version.content.places),
  ]);
  const body = bodies.find(({ id }) => id === notice.bodyId);
  if (body === undefined || grounds === undefined)
    throw new Error(`${notice.id} is of a body that the register does not have`);
  const decisions = decided.filter(({ publishedOn }) => publishedOn <= on);
  const ground = grounds(version.content.dueFrom);
  const judged = judgeNotice(version, versions.slice(0, -1), ground, version.publishedOn);
  const standing = noticeStanding(version, decisions.length > 0, on);
  return { ...stood, body, standing, judged, ground, decisions, places };
}
