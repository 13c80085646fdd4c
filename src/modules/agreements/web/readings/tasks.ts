import { may } from '#platform/identity';
import { type Actor, formatDate, londonDate, plural } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { isSomebodyElse } from '../../domain/reading/batch.ts';
import { mayApproveReadings, mayEnterReadings } from '../../permissions.ts';
import { batchLines } from '../../queries/readings/batch-shown.ts';
import { dueReadings, missingReadings } from '../../queries/readings/due.ts';
import { batchPath, enterPath } from './office/paths.ts';

/** What readings need an office now: those that are due, by their days, and those that wait for its approval. */
export async function readingTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const { bodyId } = actor;
  const mayEnter = may(actor, mayEnterReadings, bodyId).ok;
  const mayApprove = may(actor, mayApproveReadings, bodyId).ok;
  if (!mayEnter && !mayApprove) return [];
  const missing = mayEnter ? await missingReadings(database, bodyId, clock.today()) : [];
  return database.as(actor, async (sql) => [
    ...(mayEnter ? dueTasks(bodyId, await dueReadings(sql, bodyId, clock.today(), missing), actor) : []),
    ...(await batchLines(sql, { bodyId, isWaiting: true })).flatMap((batch) =>
      mayApprove && isSomebodyElse(batch, actor)
        ? {
            title: `Approve ${plural(batch.readings, 'reading')}`,
            href: batchPath(bodyId, batch.id),
            why: `Entered by ${batch.enteredBy} on ${formatDate(londonDate(batch.enteredAt))}. Readings are public once somebody else has approved them.`,
            standing: 'to-check' as const,
          }
        : [],
    ),
  ]);
}

type Due = Awaited<ReturnType<typeof dueReadings>>;

/** One line for each day by which readings of the actor’s office are due. */
function dueTasks(bodyId: string, due: Due, actor: Actor): readonly Task[] {
  const own = due.filter(({ isWaiting, role }) => !isWaiting && role === actor.role);
  const [soonest] = own;
  if (soonest === undefined) return [];
  const days = new Set(own.map((each) => each.due));
  return [
    {
      title: `Bring ${plural(own.length, 'reading')}`,
      href: enterPath(bodyId),
      why:
        days.size === 1
          ? `${soonest.series.title}${own.length === 1 ? '' : ` and ${plural(own.length - 1, 'other')}`}: their period is over.`
          : `Their periods are over. The first of them, ${soonest.series.title}, is due on ${formatDate(soonest.due)}.`,
      by: soonest.due,
      standing: 'to-do',
    },
  ];
}
