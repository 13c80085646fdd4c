import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Notice, NoticeVersion } from '../domain/notice/notice.ts';
import { findNotices } from '../store/notices.ts';
import type { GovernanceTables } from '../store/tables.ts';

/** What happened to the forward plan in a time: versions of notices, and decisions that took them out of it. */
export type PlanChange =
  | Readonly<{
      kind: 'version';
      on: IsoDate;
      notice: Notice;
      version: NoticeVersion;
      /** Undefined for the first version. */
      before: NoticeVersion | undefined;
    }>
  | Readonly<{
      kind: 'decided';
      on: IsoDate;
      notice: Notice;
      /** The latest version of the notice. */
      version: NoticeVersion;
      decision: Readonly<{ bodyId: string; reference: string; title: string; takenOn: IsoDate }>;
    }>;

/** The days asked about: after `since`, to `until` with that day. */
export type PlanSpan = Readonly<{ bodyId: string | undefined; since: IsoDate; until: IsoDate }>;

/** How many things happened to the forward plan in a time, by their kind. */
export type PlanCounts = Readonly<{ published: number; changed: number; withdrawn: number; decided: number }>;

type DecidedRow = Readonly<{
  notice_id: string;
  body_id: string;
  reference: string;
  title: string;
  taken_on: IsoDate;
  published_on: IsoDate;
}>;

const ofBody = (bodyId: string | undefined) => (bodyId === undefined ? raw`true` : raw`body_id = ${bodyId}`);

/** The latest happening first. */
export async function changesToPlan(sql: Sql, span: PlanSpan): Promise<readonly PlanChange[]> {
  const { bodyId, since, until } = span;
  const tables = sql.tables<GovernanceTables>();
  const [versions, decided] = await Promise.all([
    raw<{ notice_id: string; version: number }>`
      select notice_id, version from governance.notice_version
      where published_on > ${since} and published_on <= ${until} and ${ofBody(bodyId)}`.execute(tables),
    raw<DecidedRow>`
      select notice_id, body_id, reference, title, taken_on, published_on from governance.decision
      where notice_id is not null and published_on > ${since} and published_on <= ${until}
        and ${ofBody(bodyId)}`.execute(tables),
  ]);
  const ids = new Set([...versions.rows, ...decided.rows].map(({ notice_id }) => notice_id));
  const notices = new Map((await findNotices(sql, [...ids])).map((notice) => [notice.id, notice]));
  const changes = [
    ...versions.rows.flatMap((row) => versionChange(notices.get(row.notice_id), row.version)),
    ...decided.rows.flatMap((row) => decidedChange(notices.get(row.notice_id), row)),
  ];
  return changes.toSorted((a, b) => b.on.localeCompare(a.on) || a.notice.id.localeCompare(b.notice.id));
}

function versionChange(notice: Notice | undefined, number: number): readonly PlanChange[] {
  const version = notice?.versions.find((each) => each.version === number);
  if (notice === undefined || version === undefined) return [];
  const before = notice.versions.find((each) => each.version === number - 1);
  return [{ kind: 'version', on: version.publishedOn, notice, version, before }];
}

function decidedChange(notice: Notice | undefined, row: DecidedRow): readonly PlanChange[] {
  const version = notice?.versions.at(-1);
  if (notice === undefined || version === undefined) return [];
  const decision = {
    bodyId: row.body_id,
    reference: row.reference,
    title: row.title,
    takenOn: row.taken_on,
  };
  return [{ kind: 'decided', on: row.published_on, notice, version, decision }];
}

/** The same, counted alone: one question. */
export async function countPlanChanges(sql: Sql, { bodyId, since, until }: PlanSpan): Promise<PlanCounts> {
  const { rows } = await raw<Record<keyof PlanCounts, bigint>>`
    select
      count(*) filter (where change = 'first') as published,
      count(*) filter (where change in ('changed', 'postponed', 'private-again')) as changed,
      count(*) filter (where change = 'withdrawn') as withdrawn,
      (
        select count(*) from governance.decision
        where notice_id is not null and published_on > ${since} and published_on <= ${until} and ${ofBody(bodyId)}
      ) as decided
    from governance.notice_version
    where published_on > ${since} and published_on <= ${until} and ${ofBody(bodyId)}`.execute(
    sql.tables<GovernanceTables>(),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A count answers one row');
  return {
    published: Number(row.published),
    changed: Number(row.changed),
    withdrawn: Number(row.withdrawn),
    decided: Number(row.decided),
  };
}
