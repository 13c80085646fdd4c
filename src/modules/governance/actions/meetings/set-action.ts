import { type Actor, formatDate, type IsoDate, refuse, type Result } from '#platform/kernel';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { officesNamed } from '#modules/register';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { hasBegun } from '../../domain/meeting/standing.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { closeAction as close, insertAction, listActions } from '../../store/meetings-minutes.ts';
import { aboutMeeting, actOnMeeting, did, type OnMeetingRefusal } from './on-meeting.ts';

export type NewAction = Readonly<{
  itemId: string | undefined;
  text: string;
  ownerOffice: string;
  dueOn: IsoDate | undefined;
}>;

export type SetActionRefusal =
  | OnMeetingRefusal
  | 'not-begun'
  | 'no-such-item'
  | 'no-such-office'
  | 'due-before-the-meeting';

/** Records what a meeting asked an office to do. */
export const setAction = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: NewAction,
  options: ActOptions = {},
): Promise<Result<undefined, SetActionRefusal>> =>
  actOnMeeting<undefined, SetActionRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, standing, today, now } = found;
      if (!hasBegun(standing, today)) return refuse('not-begun');
      const setOn = standing.sittings.findLast(({ on }) => on <= today)?.on ?? today;
      if (asked.dueOn !== undefined && asked.dueOn < setOn) return refuse('due-before-the-meeting');
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      if (asked.itemId !== undefined && !items.some(({ id }) => id === asked.itemId))
        return refuse('no-such-item');
      const office = (await officesNamed(sql, [asked.ownerOffice])).get(asked.ownerOffice);
      if (office === undefined) return refuse('no-such-office');
      const number = ((await listActions(sql, [meetingId])).get(meetingId) ?? []).length + 1;
      await insertAction(
        sql,
        {
          ...asked,
          id: `${meetingId}/actions/${number}`,
          meetingId,
          bodyId: meeting.bodyId,
          ownerTitle: office.title,
          setOn,
          doneOn: undefined,
          doneSays: '',
        },
        now,
      );
      return did(
        undefined,
        publicEntry({
          act: 'governance.action.set',
          subject: meetingPath(meeting),
          summary: `Action for the ${office.title}${asked.dueOn === undefined ? '' : `, due ${formatDate(asked.dueOn)}`}`,
          facts: { number, text: asked.text, owner: asked.ownerOffice, due: asked.dueOn ?? null },
          about: aboutMeeting(found),
        }),
      );
    },
  );

export type CloseActionRefusal =
  | OnMeetingRefusal
  | 'no-such-action'
  | 'done-already'
  | 'done-before-it-was-set'
  | 'done-in-the-future';

/** Records that an action is done. */
export const closeAction = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ actionId: string; on: IsoDate; says: string }>,
  options: ActOptions = {},
): Promise<Result<undefined, CloseActionRefusal>> =>
  actOnMeeting<undefined, CloseActionRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const actions = (await listActions(sql, [meetingId])).get(meetingId) ?? [];
      const action = actions.find(({ id }) => id === asked.actionId);
      if (action === undefined) return refuse('no-such-action');
      if (action.doneOn !== undefined) return refuse('done-already');
      if (asked.on < action.setOn) return refuse('done-before-it-was-set');
      if (asked.on > found.today) return refuse('done-in-the-future');
      await close(sql, action.id, asked);
      return did(
        undefined,
        publicEntry({
          act: 'governance.action.done',
          subject: meetingPath(found.meeting),
          summary: `Action of the ${action.ownerTitle} done on ${formatDate(asked.on)}`,
          facts: { actionId: action.id, on: asked.on, says: asked.says },
          about: aboutMeeting(found),
        }),
      );
    },
  );
