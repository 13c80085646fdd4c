import type { Sql } from '#platform/db';
import { listDeclarations } from '../../store/meetings-proceedings.ts';

/** How many declarations have been entered of a meeting, corrected and withdrawn ones too. */
export async function declarationsEntered(sql: Sql, meetingId: string): Promise<number> {
  return (await listDeclarations(sql, [meetingId])).get(meetingId)?.length ?? 0;
}
