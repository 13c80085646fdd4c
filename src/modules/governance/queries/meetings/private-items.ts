import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Committee } from '../../domain/committee.ts';
import { isClosed } from '../../domain/meeting/agenda-item.ts';
import { judgePrivateItem, type PrivateItem } from '../../domain/notice/private-item.ts';
import { findNoticeAt } from '../../store/notices.ts';
import type { KeptItem } from '../../store/meetings-agenda.ts';
import { noticeGrounds } from '../notice-ground.ts';

export type PrivateItemOf = PrivateItem & Readonly<{ item: KeptItem }>;

/** The items that an executive would take in private on a day, each with whether its notices were given. */
export async function privateItems(
  sql: Sql,
  { kind, bodyId }: Pick<Committee, 'kind' | 'bodyId'>,
  items: readonly KeptItem[],
  sitsOn: IsoDate,
): Promise<readonly PrivateItemOf[]> {
  const closed = kind === 'executive' ? items.filter(isClosed) : [];
  const ground = closed.length === 0 ? undefined : (await noticeGrounds(sql, bodyId))?.(sitsOn);
  if (ground === undefined) return [];
  const judged = await Promise.all(
    closed.map(async (item) => {
      const notice = item.subject === undefined ? undefined : await findNoticeAt(sql, item.subject);
      const own = notice?.bodyId === bodyId ? notice.versions : undefined;
      const found = judgePrivateItem(own, ground, sitsOn);
      return found && { ...found, item };
    }),
  );
  return judged.flatMap((each) => each ?? []);
}
