import type { Sql } from '#platform/db';
import { formatDate, type IsoDate, listInWords, plural } from '#platform/kernel';
import type { Committee } from '../../domain/committee.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { pathOfMeeting } from '../../domain/meeting/meeting.ts';
import type { MeetingAction } from '../../domain/meeting/minutes.ts';
import { openActions } from '../../store/meetings-minutes.ts';
import { slippedConditionsFor } from '../slipped-conditions.ts';
import { listMeetings } from './list.ts';
import type { ProposedItem } from './proposed-item.ts';
import { waitingDecisions } from './waiting-decisions.ts';

type Asked = Readonly<{
  meeting: Pick<Meeting, 'id'>;
  committee: Committee;
  /** The keys of what is on the agenda already. */
  taken: ReadonlySet<string>;
  on: IsoDate;
  at: Date;
}>;

/**
 * What belongs on a committee’s next agenda as things stand: minutes to approve, matters arising, conditions of scrutiny
 * that have slipped, and decisions that wait for this committee. It becomes part of the agenda when that is published.
 */
export async function proposedItems(
  sql: Sql,
  { meeting, committee, taken, on, at }: Asked,
): Promise<readonly ProposedItem[]> {
  const [minutes, actions, slipped, waiting] = await Promise.all([
    minutesToApprove(sql, committee, meeting.id, on),
    openActions(sql, committee.bodyId, committee.id),
    slippedConditionsFor(sql, committee.id, on),
    waitingDecisions(sql, committee, at),
  ]);
  const proposed = [
    ...minutes,
    ...mattersArising(actions.filter(({ meetingId }) => meetingId !== meeting.id)),
    ...slipped.map(({ id, condition, path, slip }): ProposedItem => {
      return {
        key: `slip:${id}`,
        title: 'A condition of this committee has slipped',
        summary: condition.text,
        purpose: 'discuss',
        subject: path,
        thread: undefined,
        because: `The condition has slipped since ${formatDate(slip.since)}. This committee set it and asked to be told.`,
      };
    }),
    ...waiting,
  ];
  return proposed.filter(({ key }) => !taken.has(key));
}

async function minutesToApprove(
  sql: Sql,
  committee: Committee,
  meetingId: string,
  on: IsoDate,
): Promise<readonly ProposedItem[]> {
  const earlier = await listMeetings(sql, {
    on,
    committeeId: committee.id,
    before: on,
    latestFirst: true,
    limit: 6,
  });
  return earlier
    .filter(({ meeting, standing }) => meeting.id !== meetingId && standing.standing === 'minutes-published')
    .toReversed()
    .map(({ meeting, sitting }) => ({
      key: `minutes:${meeting.id}`,
      title: `Minutes of the meeting of ${formatDate(sitting.on)}`,
      summary: 'To approve the minutes as a correct record.',
      purpose: 'decide',
      subject: pathOfMeeting(meeting.id),
      thread: undefined,
      because:
        'The draft minutes are published and wait to be approved (Local Government Act 1972, schedule 12, paragraph 41).',
    }));
}

function mattersArising(actions: readonly MeetingAction[]): readonly ProposedItem[] {
  if (actions.length === 0) return [];
  const owners = [...new Set(actions.map(({ ownerTitle }) => ownerTitle))];
  return [
    {
      key: 'matters-arising',
      title: 'Matters arising',
      summary: actions
        .map(
          ({ text, ownerTitle, dueOn }) =>
            `${text} (${ownerTitle}${dueOn === undefined ? '' : `, due ${formatDate(dueOn)}`})`,
        )
        .join('\n'),
      purpose: 'note',
      subject: undefined,
      thread: undefined,
      because: `${plural(actions.length, 'action')} of earlier meetings ${actions.length === 1 ? 'is' : 'are'} not done: ${listInWords(owners)}.`,
    },
  ];
}
