import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Access, MakerKind } from '../domain/decision/decision.ts';
import type { NoticeChange, NoticeRoute } from '../domain/notice/notice.ts';
import type { GovernanceTables } from '../store/tables.ts';

/** A notice in the forward plan: what its latest version of the day says. */
export type NoticeLine = Readonly<{
  id: string;
  bodyId: string;
  reference: string;
  version: number;
  change: NoticeChange;
  firstPublishedOn: IsoDate;
  publishedOn: IsoDate;
  title: string;
  isKey: boolean;
  isPrivate: boolean;
  access: Access;
  route: NoticeRoute;
  makerKind: MakerKind;
  decisionMaker: string;
  dueFrom: IsoDate;
  dueUntil: IsoDate;
  places: readonly string[];
  topics: readonly string[];
}>;

type LineRow = Readonly<{
  id: string;
  body_id: string;
  reference: string;
  version: number;
  change: string;
  first_published_on: IsoDate;
  published_on: IsoDate;
  title: string;
  is_key: boolean;
  is_private: boolean;
  access: string;
  route: string;
  maker_kind: string;
  decision_maker: string;
  due_from: IsoDate;
  due_until: IsoDate;
  places: readonly string[];
  topics: readonly string[];
}>;

/** How long after its last day a notice without a decision stays in the plan. */
export const overdueDays = 92;

/**
 * The forward plan of a day, of one body or of all: every notice published by then and neither withdrawn nor followed by a
 * record of its decision, the soonest first. A notice whose last day went by without a record stays for a quarter of a year.
 */
export async function openNoticesOf(
  sql: Sql,
  bodyId: string | undefined,
  on: IsoDate,
): Promise<readonly NoticeLine[]> {
  const { rows } = await raw<LineRow>`
    select v.notice_id as id, v.body_id, n.reference, v.version, v.change, n.first_published_on, v.published_on,
      v.title, v.is_key, v.is_private, v.access, v.route, v.maker_kind, v.decision_maker, v.due_from, v.due_until,
      v.places, v.topics
    from governance.notice_version v
    join governance.notice n on n.id = v.notice_id
    where daterange(v.published_on, greatest(v.published_on, v.due_until + 92), '[]') @> ${on}::date
      and ${bodyId === undefined ? raw`true` : raw`v.body_id = ${bodyId}`}
      and v.change <> 'withdrawn'
      and not exists (
        select from governance.notice_version later
        where later.notice_id = v.notice_id and later.version > v.version and later.published_on <= ${on}::date
      )
      and not exists (
        select from governance.decision d where d.notice_id = v.notice_id and d.published_on <= ${on}::date
      )
    order by v.due_from, v.due_until, v.notice_id`.execute(sql.tables<GovernanceTables>());
  return rows.map(lineFrom);
}

export const lineFrom = (row: LineRow): NoticeLine => ({
  id: row.id,
  bodyId: row.body_id,
  reference: row.reference,
  version: row.version,
  change: row.change as NoticeChange,
  firstPublishedOn: row.first_published_on,
  publishedOn: row.published_on,
  title: row.title,
  isKey: row.is_key,
  isPrivate: row.is_private,
  access: row.access as Access,
  route: row.route as NoticeRoute,
  makerKind: row.maker_kind as MakerKind,
  decisionMaker: row.decision_maker,
  dueFrom: row.due_from,
  dueUntil: row.due_until,
  places: row.places,
  topics: row.topics,
});
