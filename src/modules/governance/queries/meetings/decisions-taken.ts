import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import { decisionPath } from '../../domain/decision/decision.ts';
import type { GovernanceTables } from '../../store/tables.ts';

/** A decision that was taken at a meeting, at an item where that is known. */
export type DecisionTaken = Readonly<{
  meetingId: string;
  itemId: string | undefined;
  path: string;
  title: string;
  reference: string;
}>;

/** The decisions taken at these meetings whose records were published by a day, by meeting. */
export async function decisionsOfMeetings(
  sql: Sql,
  meetingIds: readonly string[],
  on: IsoDate,
): Promise<ReadonlyMap<string, readonly DecisionTaken[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select(['body_id', 'reference', 'title', 'meeting_id', 'item_id'])
    .where('meeting_id', 'in', meetingIds)
    .where('published_on', '<=', on)
    .orderBy('id')
    .execute();
  return groupBy(
    rows.map((row) => ({
      meetingId: row.meeting_id ?? '',
      itemId: row.item_id ?? undefined,
      path: decisionPath({ bodyId: row.body_id, reference: row.reference }),
      title: row.title,
      reference: row.reference,
    })),
    ({ meetingId }) => meetingId,
  );
}
