import type { Sql } from '#platform/db';
import type { MeetingAction } from '../../domain/meeting/minutes.ts';
import { openActions } from '../../store/meetings-minutes.ts';

/** What a body’s meetings asked its offices to do and that is not done, the soonest due first. */
export const actionsOpen = (sql: Sql, bodyId: string): Promise<readonly MeetingAction[]> =>
  openActions(sql, bodyId);
