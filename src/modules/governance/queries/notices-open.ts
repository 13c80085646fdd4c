import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Access, MakerKind } from '../domain/decision/decision.ts';
import { type NoticeChange, noticeId, type NoticeRoute } from '../domain/notice/notice.ts';
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
  // Those that can be open on the day come from the index of spans; whatever else is asked is asked of these few.
  const { rows } = await raw<LineRow>`
    with possible as materialized (
      select notice_id, body_id, version, change, published_on, title, is_key, is_private, access, route,
        maker_kind, decision_maker, due_from, due_until, places, topics
      from governance.notice_version
      where daterange(published_on, greatest(published_on, due_until + 92), '[]') @> ${on}::date
        and ${bodyId === undefined ? raw`true` : raw`body_id = ${bodyId}`}
        and change <> 'withdrawn'
    )
    select notice_id as id, body_id, version, change, published_on, title, is_key, is_private, access, route,
      maker_kind, decision_maker, due_from, due_until, places, topics,
      (
        select first.published_on from governance.notice_version first
        where first.notice_id = possible.notice_id and first.version = 1
      ) as first_published_on
    from possible
    where not exists (
        select from governance.notice_version later
        where later.notice_id = possible.notice_id and later.version > possible.version
          and later.published_on <= ${on}::date
      )
      and not exists (
        select from governance.decision
        where decision.notice_id = possible.notice_id and decision.published_on <= ${on}::date
      )
    order by due_from, due_until, notice_id`.execute(sql.tables<GovernanceTables>());
  return rows.map(lineFrom);
}

const lineFrom = (row: LineRow): NoticeLine => ({
  id: row.id,
  bodyId: row.body_id,
  reference: row.id.slice(noticeId({ bodyId: row.body_id, reference: '' }).length),
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
