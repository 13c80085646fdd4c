import { DataTable, Link, Tag } from '#platform/ui';
import { formatTime } from '#platform/kernel';
import { Day, type DayAsked, onDay } from '#platform/web';
import { meetingParts, meetingPath } from '../../../domain/meeting/meeting.ts';
import { type MeetingStandingName, meetingStandings } from '../../../domain/meeting/standing.ts';
import type { MeetingLine } from '../../../queries/meetings/list.ts';
import { standingColours } from '../words.ts';

/** Where a meeting stands. */
export const MeetingTag = ({ standing }: Readonly<{ standing: MeetingStandingName }>) => (
  <Tag colour={standingColours[standing]}>{meetingStandings[standing]}</Tag>
);

type MeetingsTableProps = Readonly<{
  caption: string;
  meetings: readonly MeetingLine[];
  visit: DayAsked;
  /** The names of bodies, where meetings of several are listed. */
  bodyName?: (id: string) => string;
  empty?: string;
  downloads?: Readonly<{ csv: string; json: string }>;
}>;

/** Meetings in a list, one row a sitting. */
export const MeetingsTable = ({ meetings, visit, bodyName, empty, ...table }: MeetingsTableProps) => (
  <DataTable
    {...table}
    rows={meetings}
    columns={[
      {
        title: 'Meeting',
        cell: ({ meeting, committee }) => <Link href={onDay(meetingPath(meeting), visit)}>{committee}</Link>,
      },
      ...(bodyName === undefined
        ? []
        : [{ title: 'Body', cell: ({ meeting }: MeetingLine) => bodyName(meeting.bodyId) }]),
      { title: 'Day', cell: ({ sitting }) => <Day on={sitting.on} /> },
      {
        title: 'Time',
        cell: ({ sitting }) => (sitting.at === undefined ? 'Not recorded' : formatTime(sitting.at)),
      },
      { title: 'Place', cell: ({ sitting }) => (sitting.place === '' ? 'Not recorded' : sitting.place) },
      {
        title: 'Where it stands',
        cell: ({ standing, meeting }) => (
          <>
            <MeetingTag standing={standing.standing} />
            {meeting.part !== 'public' && ` ${meetingParts[meeting.part]}`}
          </>
        ),
      },
    ]}
    empty={empty ?? 'No meeting is recorded.'}
    narrow="stack"
  />
);
