import type { IsoDate } from '#platform/kernel';
import type { NoticeVersion } from './notice.ts';

/** Where a notice is on a day. */
export type NoticeStanding = 'open' | 'late' | 'decided' | 'withdrawn';

/** Derived from what the notice says on the day and whether a record of the decision is published by then. */
export function noticeStanding(
  { change, content }: Pick<NoticeVersion, 'change' | 'content'>,
  isDecided: boolean,
  on: IsoDate,
): NoticeStanding {
  if (isDecided) return 'decided';
  if (change === 'withdrawn') return 'withdrawn';
  return content.dueUntil < on ? 'late' : 'open';
}
