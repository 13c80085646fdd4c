import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { listDecisions, openToCallIn, type OpenDecision } from './decisions-list.ts';
import { type NoticeLine, openNoticesOf } from './notices-open.ts';
import type { StoodDecision } from './standings.ts';

/** What the room of decisions shows at its door. */
export type DecisionsLanding = Readonly<{
  open: readonly OpenDecision[];
  lately: readonly StoodDecision[];
  /** Decisions announced for the day asked or later, the soonest first. */
  coming: readonly NoticeLine[];
}>;

const shownAtMost = 6;

export async function decisionsLanding(
  sql: Sql,
  { at, on }: Readonly<{ at: Date; on: IsoDate }>,
): Promise<DecisionsLanding> {
  const [open, lately, notices] = await Promise.all([
    openToCallIn(sql, { at, on }),
    listDecisions(sql, {}, { at, on, limit: shownAtMost }),
    openNoticesOf(sql, undefined, on),
  ]);
  return {
    open,
    lately: lately.decisions,
    coming: notices.filter(({ dueUntil }) => dueUntil >= on).slice(0, shownAtMost),
  };
}
