import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { Access } from '../domain/decision/decision.ts';
import type { AgendaItem, ItemPurpose } from '../domain/meeting/agenda-item.ts';
import { compareNumbers } from '../domain/meeting/numbering.ts';
import { inBatches } from './meetings.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { GovernanceTables } from './tables.ts';

/** An item as kept: in which order its body put it before it had a number. */
export type KeptItem = AgendaItem & Readonly<{ entered: number; position: number }>;

/**
 * The items of these meetings that whoever asks may see, by meeting: the published ones in the order of their numbers,
 * then those of its own body that are not published yet, in the order it gave them.
 */
export async function listItems(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptItem[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.agenda_item')
    .selectAll()
    .where('meeting_id', 'in', meetingIds)
    .orderBy('position')
    .execute();
  return sorted(rows.map(itemFrom));
}

/** The published items of one matter, in all its meetings. */
export async function itemsOfThread(sql: Sql, thread: string): Promise<readonly KeptItem[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.agenda_item')
    .selectAll()
    .where('thread', '=', thread)
    .where('public_at', 'is not', null)
    .execute();
  return rows.map(itemFrom);
}

/** The published items about a page: a decision, a proposal, a recommendation. */
export async function itemsAbout(sql: Sql, subject: string): Promise<readonly KeptItem[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.agenda_item')
    .selectAll()
    .where('subject', '=', subject)
    .where('public_at', 'is not', null)
    .execute();
  return rows.map(itemFrom);
}

export type ItemToKeep = KeptItem &
  Readonly<{ publicAt: Date | undefined; savedBy: string; recordedAt: Date }>;

/** Enters items, published or not. */
export async function insertItems(sql: Sql, items: readonly ItemToKeep[]): Promise<void> {
  await inBatches(items.map(itemRow), (rows) =>
    sql.tables<GovernanceTables>().insertInto('governance.agenda_item').values(rows).execute(),
  );
}

/** Writes an item anew: before it is published all of it, afterwards only that it was withdrawn. */
export async function updateItem(
  sql: Sql,
  { id, publicAt, recordedAt: _, ...item }: ItemToKeep,
): Promise<void> {
  const { id: _id, recorded_at: _at, ...set } = itemRow({ id, publicAt, recordedAt: _, ...item });
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.agenda_item')
    .set(set)
    .where('id', '=', id)
    .execute();
}

/** Puts items that are not published yet in this order. */
export async function orderItems(sql: Sql, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await sql
      .tables<GovernanceTables>()
      .updateTable('governance.agenda_item')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute();
}

/** Takes away an item that was never published. */
export async function deleteItem(sql: Sql, id: string): Promise<void> {
  await sql.tables<GovernanceTables>().deleteFrom('governance.agenda_item').where('id', '=', id).execute();
}

/** Gives items their numbers and lets everybody see them. */
export async function publishItems(
  sql: Sql,
  numbered: readonly Readonly<{ id: string; number: string; urgentBecause: string }>[],
  { on, at, supplement }: Readonly<{ on: IsoDate; at: Date; supplement: number }>,
): Promise<void> {
  for (const { id, number, urgentBecause } of numbered)
    await sql
      .tables<GovernanceTables>()
      .updateTable('governance.agenda_item')
      .set((eb) => ({
        number,
        urgent_because: urgentBecause,
        published_on: on,
        public_at: at,
        supplement,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
}

function sorted(items: readonly KeptItem[]): ReadonlyMap<string, readonly KeptItem[]> {
  const groups = groupBy(items, ({ meetingId }) => meetingId);
  return new Map(
    [...groups].map(([id, own]) => [
      id,
      own.toSorted((a, b) => compareNumbers(a.number, b.number) || a.position - b.position),
    ]),
  );
}

const itemRow = (item: ItemToKeep) => ({
  id: item.id,
  meeting_id: item.meetingId,
  body_id: item.bodyId,
  entered: item.entered,
  position: item.position,
  number: item.number ?? null,
  title: item.title,
  summary: item.summary,
  purpose: item.purpose,
  access: item.access,
  paragraphs: item.paragraphs,
  public_interest: item.publicInterest,
  subject: item.subject ?? null,
  thread: item.thread ?? null,
  proposed_by: item.proposedBy ?? null,
  after_number: item.after ?? null,
  urgent_because: item.urgentBecause,
  supplement: item.supplement,
  published_on: item.publishedOn ?? null,
  public_at: item.publicAt ?? null,
  withdrawn_on: item.withdrawnOn ?? null,
  withdrawn_because: item.withdrawnBecause,
  version: item.version,
  saved_by: item.savedBy,
  recorded_at: item.recordedAt,
});

const itemFrom = (row: MeetingTables['governance.agenda_item']): KeptItem => ({
  id: row.id,
  meetingId: row.meeting_id,
  bodyId: row.body_id,
  entered: row.entered,
  position: row.position,
  number: row.number ?? undefined,
  title: row.title,
  summary: row.summary,
  purpose: row.purpose as ItemPurpose,
  access: row.access as Access,
  paragraphs: row.paragraphs,
  publicInterest: row.public_interest,
  subject: row.subject ?? undefined,
  thread: row.thread ?? undefined,
  proposedBy: row.proposed_by ?? undefined,
  after: row.after_number ?? undefined,
  urgentBecause: row.urgent_because,
  supplement: row.supplement,
  publishedOn: row.published_on ?? undefined,
  withdrawnOn: row.withdrawn_on ?? undefined,
  withdrawnBecause: row.withdrawn_because,
  version: row.version,
});
