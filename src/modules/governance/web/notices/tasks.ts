import { may } from '#platform/identity';
import { type Actor, formatDate, latestNotice } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { sayDue } from '../../domain/notice/in-words.ts';
import { valueOf } from '../../domain/ruled.ts';
import { mayPrepareDecisions, mayPublishDecisions } from '../../permissions.ts';
import { type NoticeWork, noticeWork } from '../../queries/notice-tasks.ts';
import { readMaker } from './form/read/read-maker.ts';
import { draftPath, roomPath } from './office/room.ts';

/** What needs an office in its body’s forward plan: notices to publish in time, second notices, decisions without record. */
export async function noticeTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const { bodyId } = actor;
  if (!may(actor, mayPrepareDecisions, bodyId).ok) return [];
  const work = await database.as(actor, (sql) => noticeWork(sql, bodyId, clock.today()));
  if (!may(actor, mayPublishDecisions, bodyId).ok) return draftTasks(actor, work);
  return [...draftTasks(actor, work), ...secondNoticeTasks(actor, work), ...lateTasks(actor, work)];
}

/** A draft is due out so that the clear days of the body’s rule lie between it and the decision. */
function draftTasks({ bodyId }: Actor, { drafts, grounds }: NoticeWork): readonly Task[] {
  return drafts.map((draft) => {
    const task = {
      title: `Publish the notice: ${draft.answers['title'] ?? 'without a title yet'}`,
      href: `${draftPath(bodyId, draft.id)}/check`,
      standing: 'started',
    } as const;
    const due = readMaker(draft.answers);
    const ground = due.ok ? grounds?.(due.value.dueFrom) : undefined;
    const rule = ground && valueOf(ground.keyDecision);
    if (!due.ok || ground === undefined || rule === undefined || draft.answers['isKey'] !== 'yes')
      return { ...task, why: `A draft was saved by the ${draft.preparedBy}.` };
    const by = latestNotice(ground.calendar, due.value.dueFrom, rule.count, rule.basis).date;
    return {
      ...task,
      by,
      why: `The notice must be out by ${formatDate(by)} for the key decision due on ${formatDate(due.value.dueFrom)} (SI 2012/2089, regulation 9).`,
    };
  });
}

const secondNoticeTasks = ({ bodyId }: Actor, { secondNotices }: NoticeWork): readonly Task[] =>
  secondNotices.map(({ notice, meeting }) => {
    const content = notice.versions.at(-1)?.content;
    const by = meeting.secondBy?.date;
    return {
      title: `Give the second notice of the private meeting: ${content?.title ?? notice.reference}`,
      href: `${roomPath(bodyId)}/${notice.reference}/change`,
      why: 'With the representations received and the answer to them (SI 2012/2089, regulation 5).',
      standing: 'to-do',
      ...(by === undefined ? {} : { by }),
    };
  });

const lateTasks = ({ bodyId }: Actor, { late }: NoticeWork): readonly Task[] =>
  late.map((line) => ({
    title: `Say what became of the decision: ${line.title}`,
    href: `${roomPath(bodyId)}/${line.reference}/change`,
    why: `It was due: ${sayDue(line)}, and no record of it is published. Publish the record, postpone it or withdraw the notice.`,
    standing: 'to-do',
  }));
