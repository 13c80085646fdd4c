import { may } from '#platform/identity';
import { type Actor, formatDate, plural } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { consultationOffice } from '../../domain/consultation/consultation.ts';
import { mayConsult } from '../../permissions.ts';
import { type ConsultationAt, consultationsAt } from '../../queries/consultations/consultation-at.ts';
import { waitingOf } from '../../queries/consultations/responses-seen.ts';

/** What consultations need of an office now: texts to look through, results to publish, responses to be told what became of them. */
export async function consultationTasks(
  { database, clock }: Services,
  actor: Actor,
): Promise<readonly Task[]> {
  if (!may(actor, mayConsult, actor.bodyId).ok) return [];
  const found = await consultationsAt(database, { bodyId: actor.bodyId }, clock.now());
  const tasks: Task[] = [];
  for (const each of found.filter(isWaiting)) {
    const { consultation, result } = each;
    const href = consultationOffice(consultation);
    const { toRead, responses } = await waitingOf(database, actor, consultation.id);
    if (toRead.first !== undefined)
      tasks.push({
        title: `Look through what was said: ${consultation.title}`,
        href: `${href}/responses/${toRead.first}`,
        why: `${plural(toRead.texts, 'text')} cannot be read by anybody before an officer has looked through them.`,
        standing: 'to-check',
      });
    if (each.standing.standing !== 'results-due' && each.standing.standing !== 'results-late') continue;
    const { by } = each.standing;
    const why = `Promised by ${formatDate(by)} when it was opened; ${plural(responses, 'response')}.`;
    tasks.push(
      result === undefined
        ? {
            title: `Publish the results: ${consultation.title}`,
            href: `${href}/results`,
            why,
            by,
            standing: 'to-do',
          }
        : {
            title: `Say what became of the responses: ${consultation.title}`,
            href: `${href}/points`,
            why,
            by,
            standing: 'started',
          },
    );
  }
  return tasks;
}

const isWaiting = ({ standing, consultation }: ConsultationAt): boolean =>
  standing.standing !== 'announced' && consultation.keepUntil !== undefined;
