import {
  addDays,
  dateParts,
  formatDate,
  formatTime,
  type IsoDate,
  weekday,
  weekdays,
} from '#platform/kernel';
import { Link, Table } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { meetingPath } from '../../../domain/meeting/meeting.ts';
import { byDay, type MeetingLine } from '../../../queries/meetings/list.ts';
import { monthInWords, nextMonth } from './asked.ts';

type WeeksTableProps = Readonly<{
  month: IsoDate;
  meetings: readonly MeetingLine[];
  visit: DayAsked;
  /** A short name of the body, where meetings of several are shown. */
  bodyName: ((id: string) => string) | undefined;
}>;

/** The weeks of a month with the meetings of each day. On a small screen each week becomes a list of its days. */
export function WeeksTable({ month, meetings, visit, bodyName }: WeeksTableProps) {
  const days = byDay(meetings);
  return (
    <div class="accord-data">
      <Table
        class="accord-stack"
        caption={monthInWords(month)}
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={['Week of', ...weekdays].map((children) => ({ children }))}
        rows={weeksOf(month).map((monday) => [
          { children: formatDate(monday), attributes: { 'data-title': 'Week of' } },
          ...weekdays.map((title, at) => {
            const on = addDays(monday, at);
            return {
              attributes: { 'data-title': title },
              children: (
                <DayCell
                  on={on}
                  month={month}
                  meetings={days.get(on) ?? []}
                  visit={visit}
                  bodyName={bodyName}
                />
              ),
            };
          }),
        ])}
      />
    </div>
  );
}

type DayCellProps = Readonly<{ on: IsoDate }> & WeeksTableProps;

function DayCell({ on, month, meetings, visit, bodyName }: DayCellProps) {
  if (on.slice(0, 7) !== month.slice(0, 7)) return <span class="govuk-hint">–</span>;
  return (
    <div>
      <time dateTime={on}>{dateParts(on).day}</time>
      {meetings.map(({ meeting, committee, sitting, standing }) => (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          {sitting.at !== undefined && `${formatTime(sitting.at)} `}
          <Link href={onDay(meetingPath(meeting), visit)}>
            {bodyName === undefined ? committee : `${bodyName(meeting.bodyId)}: ${committee}`}
          </Link>
          {standing.standing === 'cancelled' && ' (cancelled)'}
        </p>
      ))}
    </div>
  );
}

/** The Mondays of a month’s weeks. */
function weeksOf(month: IsoDate): readonly IsoDate[] {
  const first = addDays(month, -weekdays.indexOf(weekday(month)));
  const end = nextMonth(month);
  return [0, 1, 2, 3, 4, 5].map((week) => addDays(first, week * 7)).filter((monday) => monday < end);
}
