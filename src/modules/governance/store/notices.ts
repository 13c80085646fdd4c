import type { Sql } from '#platform/db';
import { groupBy, type IsoDate, time } from '#platform/kernel';
import { type Notice, type NoticeChange, noticeId, type NoticeVersion } from '../domain/notice/notice.ts';
import { contentFrom, contentJson } from './notice-content.ts';
import type { NoticeTables } from './tables/notices.ts';
import type { GovernanceTables } from './tables.ts';

type VersionRow = Omit<NoticeTables['governance.notice_version'], 'content'> &
  Readonly<{ content: Parameters<typeof contentFrom>[0] }>;

/** These notices with all their versions, in no order. */
export async function findNotices(sql: Sql, ids: readonly string[]): Promise<readonly Notice[]> {
  if (ids.length === 0) return [];
  const tables = sql.tables<GovernanceTables>();
  const [rows, versions] = await Promise.all([
    tables.selectFrom('governance.notice').selectAll().where('id', 'in', ids).execute(),
    tables
      .selectFrom('governance.notice_version')
      .selectAll()
      .where('notice_id', 'in', ids)
      .orderBy('version')
      .execute(),
  ]);
  const byNotice = groupBy(versions, ({ notice_id }) => notice_id);
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    reference: row.reference,
    externalReference: row.external_reference ?? undefined,
    versions: (byNotice.get(row.id) ?? []).map((version) => versionFrom(version as VersionRow)),
  }));
}

/** One notice; undefined where there is none. */
export async function findNotice(sql: Sql, id: string): Promise<Notice | undefined> {
  return (await findNotices(sql, [id]))[0];
}

/** The notice at an address, which is also what a draft says that it changes; undefined where there is none. */
export async function findNoticeAt(sql: Sql, path: string): Promise<Notice | undefined> {
  const [, , bodyId = '', reference = ''] = path.split('/');
  return findNotice(sql, noticeId({ bodyId, reference }));
}

/** The record of a decision that followed a notice. */
export type DecisionAfter = Readonly<{
  id: string;
  bodyId: string;
  reference: string;
  title: string;
  takenOn: IsoDate;
  publishedOn: IsoDate;
}>;

/** The records of decisions that followed a notice, the first first. */
export async function listDecisionsAfter(sql: Sql, noticeId: string): Promise<readonly DecisionAfter[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select(['id', 'body_id', 'reference', 'title', 'taken_on', 'published_on'])
    .where('notice_id', '=', noticeId)
    .orderBy('taken_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    reference: row.reference,
    title: row.title,
    takenOn: row.taken_on,
    publishedOn: row.published_on,
  }));
}

/** Whether the record of a decision followed the notice. */
export async function isDecided(sql: Sql, noticeId: string): Promise<boolean> {
  return (await listDecisionsAfter(sql, noticeId)).length > 0;
}

/** The day since which a body publishes its notices here; undefined where it has published none but those of elsewhere. */
export async function firstNoticeHere(sql: Sql, bodyId: string): Promise<IsoDate | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.notice_version')
    .select(({ fn }) => fn.min('published_on').as('first'))
    .where('body_id', '=', bodyId)
    .where('published_elsewhere', '=', '')
    .executeTakeFirst();
  return row?.first ?? undefined;
}

export type PublishedFrom = Readonly<{ noticeId: string; version: number }>;

/** The notice and version that a draft became; undefined while it became none. */
export async function findPublishedFrom(sql: Sql, draftId: string): Promise<PublishedFrom | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.notice_version')
    .select(['notice_id', 'version'])
    .where('from_draft', '=', draftId)
    .executeTakeFirst();
  return row === undefined ? undefined : { noticeId: row.notice_id, version: row.version };
}

/** Enters notices with their versions, hundreds at a time where there are many. */
export async function insertNotices(sql: Sql, notices: readonly Notice[]): Promise<void> {
  for (let start = 0; start < notices.length; start += rowsAtOnce) {
    const some = notices.slice(start, start + rowsAtOnce);
    await sql
      .tables<GovernanceTables>()
      .insertInto('governance.notice')
      .values(
        some.map(({ id, bodyId, reference, externalReference, versions }) => ({
          id,
          body_id: bodyId,
          reference,
          external_reference: externalReference ?? null,
          first_published_on: firstDay(versions),
        })),
      )
      .execute();
    await insertVersions(
      sql,
      some.flatMap((notice) => notice.versions.map((version) => ({ notice, version }))),
    );
  }
}

/** Adds a version to a notice. The caller holds the notice’s lock. */
export async function insertVersion(
  sql: Sql,
  notice: Pick<Notice, 'id' | 'bodyId'>,
  version: NoticeVersion,
): Promise<void> {
  await insertVersions(sql, [{ notice, version }]);
}

/** A statement takes at most 65,535 values. */
const rowsAtOnce = 500;

async function insertVersions(
  sql: Sql,
  added: readonly Readonly<{ notice: Pick<Notice, 'id' | 'bodyId'>; version: NoticeVersion }>[],
): Promise<void> {
  if (added.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.notice_version')
    .values(added.map(({ notice, version }) => rowOf(notice, version)))
    .execute();
}

function rowOf({ id, bodyId }: Pick<Notice, 'id' | 'bodyId'>, version: NoticeVersion) {
  const { content } = version;
  return {
    notice_id: id,
    version: version.version,
    body_id: bodyId,
    change: version.change,
    reason: version.reason,
    counts_anew: version.countsAnew,
    published_on: version.publishedOn,
    published_time: version.publishedTime ?? null,
    published_elsewhere: version.publishedElsewhere,
    published_by: version.publishedBy,
    from_draft: version.fromDraft ?? null,
    recorded_at: version.recordedAt,
    title: content.title,
    is_key: content.isKey,
    is_private: content.privateMeeting !== undefined,
    access: content.access,
    route: content.route,
    maker_kind: content.makerKind,
    decision_maker: content.decisionMaker,
    due_from: content.dueFrom,
    due_until: content.dueUntil,
    places: content.places,
    topics: content.topics,
    content: JSON.stringify(contentJson(content)),
  };
}

const versionFrom = (row: VersionRow): NoticeVersion => ({
  version: row.version,
  change: row.change as NoticeChange,
  reason: row.reason,
  countsAnew: row.counts_anew,
  publishedOn: row.published_on,
  // PostgreSQL writes a time of day with its seconds.
  publishedTime: row.published_time === null ? undefined : time(row.published_time.slice(0, 5)),
  publishedElsewhere: row.published_elsewhere,
  publishedBy: row.published_by,
  fromDraft: row.from_draft ?? undefined,
  recordedAt: row.recorded_at,
  content: contentFrom(row.content),
});

function firstDay(versions: readonly NoticeVersion[]): IsoDate {
  const [first] = versions;
  if (first === undefined) throw new Error('A notice has at least one version');
  return first.publishedOn;
}
