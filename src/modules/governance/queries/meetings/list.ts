import type { Sql } from '#platform/db';
import { groupBy, type IsoDate, time } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { CommitteeKind } from '../../domain/committee.ts';
import type { Meeting, MeetingEvent, MeetingEventKind, MeetingPart } from '../../domain/meeting/meeting.ts';
import { type MeetingStanding, meetingStanding } from '../../domain/meeting/standing.ts';
import type { GovernanceTables } from '../../store/tables.ts';

/** A meeting in a list, with where it stood on the day asked. */
export type MeetingLine = Readonly<{
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'reference' | 'part' | 'gathering' | 'committeeId' | 'isHistoric'>;
  committee: string;
  kind: CommitteeKind;
  /** The sitting for which it stands in the list. */
  sitting: NonNullable<MeetingEvent['sitting']>;
  standing: MeetingStanding;
}>;

export type MeetingsAsked = Readonly<{
  /** As known on this day. */
  on: IsoDate;
  bodyIds?: readonly string[];
  committeeId?: string | undefined;
  /** Sittings from this day. */
  from?: IsoDate;
  /** Sittings before this day. */
  before?: IsoDate;
  /** Sittings up to this day, the day itself with them. */
  until?: IsoDate;
  latestFirst?: boolean;
  limit: number;
  offset?: number;
}>;

type Row = Readonly<{
  id: string;
  body_id: string;
  reference: string;
  part: string;
  gathering: string | null;
  committee_id: string;
  is_historic: boolean;
  committee: string;
  committee_kind: string;
  starts_on: IsoDate;
  starts_at: string | null;
  place: string;
  events: readonly Readonly<{
    position: number;
    kind: MeetingEventKind;
    on_day: IsoDate;
    starts_on: IsoDate | null;
    starts_at: string | null;
    place: string;
    replaced_on: IsoDate | null;
  }>[];
}>;

/**
 * Sittings of meetings, as they stood on a day, in the order of their days: one row a sitting, in one statement. It reads
 * them along the index of their days, and of each only its own events.
 */
export async function listMeetings(sql: Sql, asked: MeetingsAsked): Promise<readonly MeetingLine[]> {
  const { on, bodyIds, committeeId, from, before, until, latestFirst = false, limit, offset = 0 } = asked;
  if (bodyIds?.length === 0) return [];
  const direction = raw.raw(latestFirst ? 'desc' : 'asc');
  const { rows } = await raw<Row>`
    select meeting.id, meeting.body_id, meeting.reference, meeting.part, meeting.gathering, meeting.committee_id,
      meeting.is_historic,
      committee.name as committee, committee.kind as committee_kind,
      sits.starts_on, sits.starts_at::text, sits.place,
      (select jsonb_agg(jsonb_build_object('position', event.position, 'kind', event.kind, 'on_day', event.on_day,
          'starts_on', event.starts_on, 'starts_at', event.starts_at, 'place', event.place,
          'replaced_on', event.replaced_on) order by event.position)
        from governance.meeting_event as event where event.meeting_id = meeting.id) as events
    from governance.meeting_event as sits
    join governance.meeting on meeting.id = sits.meeting_id
    join governance.committee on committee.id = meeting.committee_id
    where sits.starts_on is not null and sits.on_day <= ${on}
      and (sits.replaced_on is null or sits.replaced_on > ${on})
      ${from === undefined ? raw`` : raw`and sits.starts_on >= ${from}`}
      ${before === undefined ? raw`` : raw`and sits.starts_on < ${before}`}
      ${until === undefined ? raw`` : raw`and sits.starts_on <= ${until}`}
      ${bodyIds === undefined ? raw`` : raw`and meeting.body_id = any(${[...bodyIds]})`}
      ${committeeId === undefined ? raw`` : raw`and meeting.committee_id = ${committeeId}`}
    order by sits.starts_on ${direction}, sits.starts_at ${direction}, meeting.id ${direction}
    limit ${limit} offset ${offset}`.execute(sql.tables<GovernanceTables>());
  return rows.map((row) => lineFrom(row, on));
}

/** A committee’s latest meetings and those ahead, the furthest ahead first. */
export const meetingsOfCommittee = (
  sql: Sql,
  committeeId: string,
  on: IsoDate,
): Promise<readonly MeetingLine[]> => listMeetings(sql, { on, committeeId, latestFirst: true, limit: 12 });

/** The meetings that are still to sit on a day or after it, the next first, as known then. */
export async function meetingsAhead(
  sql: Sql,
  {
    on,
    ...asked
  }: Pick<MeetingsAsked, 'on' | 'bodyIds' | 'committeeId' | 'before'> & Readonly<{ limit?: number }>,
): Promise<readonly MeetingLine[]> {
  return listMeetings(sql, { ...asked, on, from: on, limit: asked.limit ?? 500 });
}

/** The days of the last sitting before a month and of the first one after it, as known on a day; undefined: there is none. */
export async function sittingsAround(
  sql: Sql,
  {
    on,
    bodyIds,
    committeeId,
    from,
    before,
  }: Pick<MeetingsAsked, 'on' | 'bodyIds' | 'committeeId'> & Readonly<{ from: IsoDate; before: IsoDate }>,
): Promise<Readonly<{ last: IsoDate | undefined; next: IsoDate | undefined }>> {
  const { rows } = await raw<{ last: IsoDate | null; next: IsoDate | null }>`
    select max(sits.starts_on) filter (where sits.starts_on < ${from}) as last,
      min(sits.starts_on) filter (where sits.starts_on >= ${before}) as next
    from governance.meeting_event as sits
    join governance.meeting on meeting.id = sits.meeting_id
    where sits.starts_on is not null and sits.on_day <= ${on}
      and (sits.replaced_on is null or sits.replaced_on > ${on})
      ${bodyIds === undefined ? raw`` : raw`and meeting.body_id = any(${[...bodyIds]})`}
      ${committeeId === undefined ? raw`` : raw`and meeting.committee_id = ${committeeId}`}
    `.execute(sql.tables<GovernanceTables>());
  return { last: rows[0]?.last ?? undefined, next: rows[0]?.next ?? undefined };
}

function lineFrom(row: Row, on: IsoDate): MeetingLine {
  const events = row.events.map((event): MeetingEvent => ({
    position: event.position,
    kind: event.kind,
    on: event.on_day,
    sitting:
      event.starts_on === null
        ? undefined
        : { on: event.starts_on, at: timeOf(event.starts_at), place: event.place },
    replacedOn: event.replaced_on ?? undefined,
    says: '',
    atMeeting: undefined,
    byOffice: '',
  }));
  return {
    meeting: {
      id: row.id,
      bodyId: row.body_id,
      reference: row.reference,
      part: row.part as MeetingPart,
      gathering: row.gathering ?? undefined,
      committeeId: row.committee_id,
      isHistoric: row.is_historic,
    },
    committee: row.committee,
    kind: row.committee_kind as CommitteeKind,
    sitting: { on: row.starts_on, at: timeOf(row.starts_at), place: row.place },
    standing: meetingStanding(events, on),
  };
}

const timeOf = (text: string | null) => (text === null ? undefined : time(text.slice(0, 5)));

/** Lines by the day on which they sit. */
export const byDay = (lines: readonly MeetingLine[]): ReadonlyMap<IsoDate, readonly MeetingLine[]> =>
  groupBy(lines, ({ sitting }) => sitting.on);
