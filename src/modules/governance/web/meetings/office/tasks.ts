import { may } from '#platform/identity';
import { type Actor, explain, formatDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { mayRunMeetings } from '../../../permissions.ts';
import { accessJudged } from '../../../queries/meetings/access-rules.ts';
import { listMeetings, type MeetingLine, meetingsAhead } from '../../../queries/meetings/list.ts';
import { actionsOpen } from '../../../queries/meetings/actions-open.ts';
import { actionKey, type MeetingAction } from '../../../domain/meeting/minutes.ts';
import { pathOfMeeting } from '../../../domain/meeting/meeting.ts';
import { deskPath } from './found.ts';

/** Minutes that are not out after so many of the latest meetings are no longer asked for. */
const heldLooked = 20;

/** What meetings need of this office: agendas to publish, minutes to publish, actions to do. */
export async function meetingTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const on = clock.today();
  const runs = may(actor, mayRunMeetings, actor.bodyId).ok;
  const bodyIds = [actor.bodyId];
  const [ahead, held, actions] = await Promise.all([
    runs ? meetingsAhead(database, { on, bodyIds, limit: 50 }) : [],
    runs ? listMeetings(database, { on, bodyIds, before: on, latestFirst: true, limit: heldLooked }) : [],
    actionsOpen(database, actor.bodyId),
  ]);
  const agendas = await Promise.all(
    ahead
      .filter(({ standing }) => standing.standing === 'called')
      .map(async (line) => agendaTask(line, await judged(line))),
  );
  return [...agendas, ...held.flatMap(minutesTask), ...actions.filter(isOwn).map(actionTask(runs))];

  function judged({ meeting, kind, sitting }: MeetingLine) {
    return accessJudged(database, { bodyId: meeting.bodyId, kind, publishedOn: on, sitsOn: sitting.on });
  }

  /** An action is a task of the office that owns it, and of those who run the meetings. */
  function isOwn({ ownerOffice }: Readonly<{ ownerOffice: string }>): boolean {
    return runs || ownerOffice === actor.officeId;
  }
}

function agendaTask(line: MeetingLine, judged: Awaited<ReturnType<typeof accessJudged>>): Task {
  const known = judged.flatMap((each) => (each.standing === 'not-judged' ? [] : [each]));
  const first = known.toSorted((a, b) => a.latest.date.localeCompare(b.latest.date))[0];
  return {
    title: `Publish the agenda of ${line.committee}, ${formatDate(line.sitting.on)}`,
    href: `${deskPath(line.meeting)}/agenda`,
    why:
      first === undefined
        ? 'How long it must be open before the meeting is not known for your body. Check locally.'
        : `${first.rule.title}: ${first.rule.says} (${first.rule.law}). ${explain(first.latest.explanation)}`,
    ...(first === undefined ? {} : { by: first.latest.date }),
    standing: 'to-do',
  };
}

const minutesTask = ({ meeting, standing, committee, sitting }: MeetingLine): readonly Task[] =>
  standing.standing !== 'held' || meeting.isHistoric
    ? []
    : [
        {
          title: `Publish the draft minutes of ${committee}, ${formatDate(sitting.on)}`,
          href: deskPath(meeting),
          why: 'The meeting was held and nothing is published of it. Minutes are drawn up and open to inspection (Local Government Act 1972, schedule 12, paragraph 41, and section 100C).',
          standing: 'to-do',
        },
      ];

const actionTask =
  (runs: boolean) =>
  (action: MeetingAction): Task => ({
    title: action.text,
    href: runs
      ? `/office/${action.meetingId.replace('/', '/meetings/')}/actions/${actionKey(action)}/done`
      : pathOfMeeting(action.meetingId),
    why: `A meeting asked the ${action.ownerTitle} for it on ${formatDate(action.setOn)}.${runs ? '' : ' When it is done, tell democratic services, who record it.'}`,
    ...(action.dueOn === undefined ? {} : { by: action.dueOn }),
    standing: 'to-do',
  });
