import type { Sql } from '#platform/db';
import type { Decision } from '../domain/decision/decision.ts';
import type { PublishFault } from '../domain/record/publish-fault.ts';
import { decisionAt } from '../queries/standings.ts';
import { decisionsInPlaceOf } from '../store/decisions.ts';
import { listItems } from '../store/meetings-agenda.ts';
import { findMeeting } from '../store/meetings.ts';
import { findNotice } from '../store/notices.ts';

/**
 * What a record points at must be its own body’s, or it would speak on another’s pages: the notice it had, the meeting that
 * took it and its item, the decision that came back and is decided anew.
 */
export async function linkFaults(sql: Sql, decision: Decision, at: Date): Promise<readonly PublishFault[]> {
  const [notice, meeting, reconsidered] = await Promise.all([
    noticeFaults(sql, decision),
    meetingFaults(sql, decision),
    reconsideredFaults(sql, decision, at),
  ]);
  return [...notice, ...meeting, ...reconsidered];
}

async function noticeFaults(
  sql: Sql,
  { bodyId, noticeId }: Pick<Decision, 'bodyId' | 'noticeId'>,
): Promise<readonly PublishFault[]> {
  const notice = noticeId === undefined ? undefined : await findNotice(sql, noticeId);
  return notice?.bodyId === bodyId || noticeId === undefined ? [] : [{ fault: 'no-such-notice' }];
}

async function meetingFaults(
  sql: Sql,
  { bodyId, meetingId, itemId }: Pick<Decision, 'bodyId' | 'meetingId' | 'itemId'>,
): Promise<readonly PublishFault[]> {
  if (meetingId === undefined) return itemId === undefined ? [] : [{ fault: 'no-such-item' }];
  const meeting = await findMeeting(sql, meetingId);
  if (meeting?.bodyId !== bodyId) return [{ fault: 'no-such-meeting' }];
  const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
  return itemId === undefined || items.some(({ id }) => id === itemId) ? [] : [{ fault: 'no-such-item' }];
}

/**
 * Whoever decides anew is spared another call-in, once: so the earlier decision must have come back, and no other been
 * decided in its place. Of an old record it is not known.
 */
async function reconsideredFaults(
  sql: Sql,
  { bodyId, reconsiders, isHistoric }: Pick<Decision, 'bodyId' | 'reconsiders' | 'isHistoric'>,
  at: Date,
): Promise<readonly PublishFault[]> {
  if (reconsiders === undefined) return [];
  const before = await decisionAt(sql, reconsiders, at);
  if (before?.decision.bodyId !== bodyId) return [{ fault: 'no-such-reconsidered' }];
  const { hearings, councilReviews } = before.facts;
  const cameBack =
    hearings.some(({ outcome }) => outcome === 'referred-back') ||
    councilReviews.some(({ outcome }) => outcome === 'objection');
  if (isHistoric) return [];
  if (!cameBack) return [{ fault: 'did-not-come-back' }];
  const anew = await decisionsInPlaceOf(sql, { id: reconsiders, reconsiders: undefined });
  return anew.length === 0 ? [] : [{ fault: 'decided-anew-already' }];
}
