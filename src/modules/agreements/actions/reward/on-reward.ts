import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Answer, type Done } from '#platform/record';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import { rewardPath } from '../../domain/reward/reward-set.ts';
import { mayKeepReward } from '../../permissions.ts';
import { findAgreement } from '../../store/agreements.ts';
import { keeps } from '../agreements/known-here.ts';

export type OnRewardRefusal = CommonRefusal | 'no-such-agreement' | 'not-the-keeper';

/** Who acts on a reward, and on what. */
export type Keeping = Readonly<{ agreement: Agreement; officeTitle: string; now: Date }>;

/**
 * One act on the reward of an agreement, with its lock held: by an office that may keep reward, of the body that keeps the
 * agreement or stands in its place.
 */
export async function onReward<Value extends Answer, Refusal>(
  services: ActServices,
  actor: Actor | undefined,
  agreementId: string,
  options: ActOptions,
  keep: (sql: Sql, keeping: Keeping) => Promise<Result<Done<Value>, Refusal>>,
): Promise<Result<Value, Refusal | OnRewardRefusal>> {
  const allowed = may(actor, mayKeepReward, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<Value, Refusal | OnRewardRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, rewardPath({ id: agreementId }));
    const now = services.clock.now();
    const agreement = await findAgreement(sql, agreementId);
    if (agreement === undefined) return refuse('no-such-agreement');
    if (!(await keeps(sql, agreement, bodyId, now))) return refuse('not-the-keeper');
    return keep(sql, { agreement, officeTitle, now });
  });
}
