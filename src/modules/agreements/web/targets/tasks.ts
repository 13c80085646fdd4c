import { may } from '#platform/identity';
import { type Actor, formatDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { mayAnswerTargets } from '../../permissions.ts';
import { targetsAwaiting } from '../../queries/target-answering.ts';
import { targetTitle } from './words.tsx';

/** What targets need of an office now: its body’s answer. */
export async function targetTasks(services: Services, actor: Actor): Promise<readonly Task[]> {
  if (!may(actor, mayAnswerTargets, actor.bodyId).ok) return [];
  const { targets, names } = await targetsAwaiting(services, actor.bodyId, services.clock.today());
  return targets.flatMap(({ target, series, standing }): readonly Task[] => {
    const { put } = standing;
    if (put === undefined || target.isIllustrative) return [];
    const { version } = put;
    return [
      {
        title: `${version.number === 1 ? 'Answer the target' : 'Answer the changed target'}: ${targetTitle(series, target, names)}`,
        href: `/office/${actor.bodyId}/targets/${target.id}/answer`,
        why: `${names.body(version.byBody)} put it on ${formatDate(version.putOn)}, and it binds nobody before your body consents by a decision of its own.`,
        standing: 'to-do',
      },
    ];
  });
}
