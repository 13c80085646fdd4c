import { sql as raw } from 'kysely';
import { groupBy, type IsoDate, type WallTime } from '#platform/kernel';
import { pathOfMeeting } from '../../domain/meeting/meeting.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import type { DatesPart } from './date-ahead.ts';

type Row = Readonly<{
  meeting_id: string;
  body_id: string;
  committee: string;
  bodies: readonly string[];
  sitting: number;
  starts_on: IsoDate;
  starts_at: string | null;
  place: string;
  is_cancelled: boolean;
  changed_at: Date;
}>;

/** Meetings that sit on a day ahead, those that were called off among them, so that calendars learn of it. */
export const meetingsAhead: DatesPart = async (sql, { from }) => {
  const tables = sql.tables<GovernanceTables>();
  const { rows } = await raw<Row>`
    select stood.*, m.body_id, c.name as committee, array_append(c.appointed_by, m.body_id) as bodies,
      exists (select from governance.meeting_event e where e.meeting_id = m.id and e.kind = 'cancelled') as is_cancelled,
      (select max(e.recorded_at) from governance.meeting_event e where e.meeting_id = m.id) as changed_at
    from (
      select meeting_id, starts_on, starts_at, place,
        (row_number() over (partition by meeting_id order by starts_on, starts_at nulls first))::int as sitting
      from governance.meeting_event e
      where starts_on is not null and (replaced_on is null or replaced_on > ${from}::date) and exists (
        select from governance.meeting_event a where a.meeting_id = e.meeting_id and a.starts_on >= ${from}::date)
    ) as stood
    join governance.meeting m on m.id = stood.meeting_id
    join governance.committee c on c.id = m.committee_id
    where stood.starts_on >= ${from}::date`.execute(tables);
  const on = await agendasOf(
    sql,
    rows.map(({ meeting_id: id }) => id),
  );
  return rows.map((row) => {
    const href = pathOfMeeting(row.meeting_id);
    return {
      uid: `meeting/${row.meeting_id}/${row.sitting}`,
      title: row.is_cancelled ? `Cancelled: ${row.committee}` : row.committee,
      href,
      starts:
        row.starts_at === null
          ? row.starts_on
          : { date: row.starts_on, time: row.starts_at.slice(0, 5) as WallTime },
      changedAt: row.changed_at,
      isCancelled: row.is_cancelled,
      ...(row.place !== '' && { where: row.place }),
      about: {
        bodies: row.bodies,
        places: [],
        topics: [],
        things: [href, ...(on.get(row.meeting_id) ?? [])],
      },
    };
  });
};

/** What is on the published agendas of these meetings, by the pages of the things. */
async function agendasOf(
  sql: Parameters<DatesPart>[0],
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (meetingIds.length === 0) return new Map();
  const items = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.agenda_item')
    .select(['meeting_id', 'subject'])
    .where('meeting_id', 'in', meetingIds)
    .where('public_at', 'is not', null)
    .where('withdrawn_on', 'is', null)
    .where('subject', 'is not', null)
    .execute();
  return new Map(
    [...groupBy(items, (item) => item.meeting_id)].map(([id, own]) => [
      id,
      own.map(({ subject }) => subject ?? ''),
    ]),
  );
}
