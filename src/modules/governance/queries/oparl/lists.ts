import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import { type Kysely, sql as raw } from 'kysely';
import type { KeptMotion } from '../../store/meetings-motions.ts';
import { listMotions } from '../../store/meetings-motions.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { type PageAsked, pageOf, type PageOf } from './paging.ts';

// What OParl asks for, as the public may see it. Everything is asked of the database without a body acting, so row-level
// security leaves out what is not published.

export type MeetingObject = Readonly<{
  id: string;
  modified: Date;
  created: Date;
  committeeId: string;
  committee: string;
  reference: string;
  part: string;
  startsOn: IsoDate | undefined;
  startsAt: string | undefined;
  place: string;
  isCancelled: boolean;
  items: readonly string[];
}>;

/** A body’s meetings, those that changed first first. */
export async function meetingObjects(sql: Sql, asked: PageAsked): Promise<PageOf<MeetingObject>> {
  const tables = sql.tables<GovernanceTables>();
  const changed = raw<Date>`(select greatest(meeting.recorded_at, max(event.recorded_at)) from governance.meeting_event as event where event.meeting_id = meeting.id)`;
  let query = tables
    .selectFrom('governance.meeting as meeting')
    .innerJoin('governance.committee as committee', 'committee.id', 'meeting.committee_id')
    .select([
      'meeting.id',
      'meeting.recorded_at',
      'meeting.committee_id',
      'meeting.reference',
      'meeting.part',
    ])
    .select(['committee.name', changed.as('modified')])
    .where('meeting.body_id', '=', asked.bodyId)
    .orderBy('modified')
    .orderBy('meeting.id')
    .limit(asked.limit + 1);
  if (asked.id !== undefined) query = query.where('meeting.id', '=', asked.id);
  if (asked.modifiedSince !== undefined) query = query.where(changed, '>=', asked.modifiedSince);
  if (asked.after !== undefined)
    query = query.where(
      raw<boolean>`(${changed}, meeting.id) > (${asked.after.modified}, ${asked.after.id})`,
    );
  const { objects, next } = pageOf(await query.execute(), asked.limit);
  const ids = objects.map(({ id }) => id);
  const [sittings, items] = await Promise.all([sittingsOf(tables, ids), itemsOf(tables, ids)]);
  return {
    next,
    objects: objects.map((row) => {
      const sitting = sittings.get(row.id);
      return {
        id: row.id,
        modified: row.modified,
        created: row.recorded_at,
        committeeId: row.committee_id,
        committee: row.name,
        reference: row.reference,
        part: row.part,
        startsOn: sitting?.starts_on ?? undefined,
        startsAt: sitting?.starts_at?.slice(0, 5),
        place: sitting?.place ?? '',
        isCancelled: sitting?.cancelled ?? false,
        items: items.get(row.id)?.map(({ id }) => id) ?? [],
      };
    }),
  };
}

/** The sitting that stands last, and whether the meeting was called off. */
async function sittingsOf(tables: Kysely<GovernanceTables>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tables
    .selectFrom('governance.meeting_event')
    .select(['meeting_id', 'kind', 'starts_on', 'starts_at', 'place'])
    .where('meeting_id', 'in', ids)
    .orderBy('position')
    .execute();
  return new Map(
    [...groupBy(rows, ({ meeting_id }) => meeting_id)].map(([id, own]) => {
      const last = own.findLast(({ starts_on }) => starts_on !== null);
      const cancelled = own.some(({ kind }) => kind === 'cancelled');
      return [id, { ...last, cancelled }] as const;
    }),
  );
}

async function itemsOf(tables: Kysely<GovernanceTables>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, readonly { id: string }[]>();
  const rows = await tables
    .selectFrom('governance.agenda_item')
    .select(['id', 'meeting_id'])
    .where('meeting_id', 'in', ids)
    .where('public_at', 'is not', null)
    .orderBy('position')
    .execute();
  return groupBy(rows, ({ meeting_id }) => meeting_id);
}

export type ItemObject = Readonly<{
  id: string;
  modified: Date;
  meetingId: string;
  number: string;
  order: number;
  name: string;
  summary: string;
  access: string;
  isWithdrawn: boolean;
  motions: readonly KeptMotion[];
}>;

/** The agenda items of a body’s meetings, with the motions put at each. */
export async function itemObjects(sql: Sql, asked: PageAsked): Promise<PageOf<ItemObject>> {
  const changed = raw<Date>`greatest(item.recorded_at, item.public_at)`;
  let query = sql
    .tables<GovernanceTables>()
    .selectFrom('governance.agenda_item as item')
    .select(['item.id', 'item.meeting_id', 'item.number', 'item.position', 'item.title', 'item.summary'])
    .select(['item.access', 'item.withdrawn_on', changed.as('modified')])
    .where('item.body_id', '=', asked.bodyId)
    .where('item.public_at', 'is not', null)
    .orderBy('modified')
    .orderBy('item.id')
    .limit(asked.limit + 1);
  if (asked.id !== undefined) query = query.where('item.id', '=', asked.id);
  if (asked.modifiedSince !== undefined) query = query.where(changed, '>=', asked.modifiedSince);
  if (asked.after !== undefined)
    query = query.where(raw<boolean>`(${changed}, item.id) > (${asked.after.modified}, ${asked.after.id})`);
  const { objects, next } = pageOf(await query.execute(), asked.limit);
  const motions = await listMotions(sql, [...new Set(objects.map(({ meeting_id }) => meeting_id))]);
  return {
    next,
    objects: objects.map((row) => ({
      id: row.id,
      modified: row.modified,
      meetingId: row.meeting_id,
      number: row.number ?? '',
      order: row.position,
      name: row.title,
      summary: row.summary,
      access: row.access,
      isWithdrawn: row.withdrawn_on !== null,
      motions: (motions.get(row.meeting_id) ?? []).filter(({ itemId }) => itemId === row.id),
    })),
  };
}

export type PaperObject = Readonly<{
  id: string;
  modified: Date;
  published: Date;
  title: string;
  kind: string;
  access: string;
  summary: string;
  /** Undefined where the public may not read it yet. */
  file: Readonly<{ filename: string; mediaType: string; bytes: number; sha256: string }> | undefined;
}>;

/** A body’s published papers; `withFile`: only those that anyone may read. */
export async function paperObjects(
  sql: Sql,
  asked: PageAsked,
  { withFile }: Readonly<{ withFile: boolean }>,
): Promise<PageOf<PaperObject>> {
  const changed = raw<Date>`greatest(paper.recorded_at, paper.published_at)`;
  let query = sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper as paper')
    .leftJoin('governance.paper_content as content', 'content.paper_id', 'paper.id')
    .select(['paper.id', 'paper.title', 'paper.kind', 'paper.access', 'paper.public_summary'])
    .select(['paper.published_at', 'content.filename', 'content.media_type', 'content.byte_count'])
    .select(['content.sha256', changed.as('modified')])
    .where('paper.body_id', '=', asked.bodyId)
    .where('paper.published_at', 'is not', null)
    .orderBy('modified')
    .orderBy('paper.id')
    .limit(asked.limit + 1);
  if (withFile) query = query.where('content.sha256', 'is not', null);
  if (asked.id !== undefined) query = query.where('paper.id', '=', asked.id);
  if (asked.modifiedSince !== undefined) query = query.where(changed, '>=', asked.modifiedSince);
  if (asked.after !== undefined)
    query = query.where(raw<boolean>`(${changed}, paper.id) > (${asked.after.modified}, ${asked.after.id})`);
  const { objects, next } = pageOf(await query.execute(), asked.limit);
  return {
    next,
    objects: objects.map((row) => ({
      id: row.id,
      modified: row.modified,
      published: row.published_at ?? row.modified,
      title: row.title,
      kind: row.kind,
      access: row.access,
      summary: row.public_summary,
      file:
        row.filename === null || row.media_type === null || row.sha256 === null
          ? undefined
          : {
              filename: row.filename,
              mediaType: row.media_type,
              bytes: Number(row.byte_count),
              sha256: row.sha256,
            },
    })),
  };
}
