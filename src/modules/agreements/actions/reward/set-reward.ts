import { type Actor, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import type { ActOptions, ActServices } from '#platform/record';
import { isOfBefore } from '../../domain/agreement/accept-stage.ts';
import {
  acceptRewardSet,
  type NewRewardSet,
  partiesOf,
  type RewardSet,
  type RewardSetRefusal,
} from '../../domain/reward/reward-set.ts';
import { insertRewardSet, listRewardSets } from '../../store/reward.ts';
import { listTargets } from '../../store/targets.ts';
import { onReward, type OnRewardRefusal } from './on-reward.ts';
import { rewardSetEntry } from './reward-entry.ts';

export type SetRewardRefusal = OnRewardRefusal | RewardSetRefusal | Stale<RewardSet>;

/**
 * Publishes a set of reward rules for an agreement, which counts from its own day in place of the one before. `seen`: the number
 * of the last set that the officer saw, 0 where there was none.
 */
export async function setReward(
  services: ActServices,
  actor: Actor | undefined,
  agreementId: string,
  asked: NewRewardSet,
  seen: number,
  options: ActOptions = {},
): Promise<Result<{ number: number }, SetRewardRefusal>> {
  return onReward<{ number: number }, RewardSetRefusal | Stale<RewardSet>>(
    services,
    actor,
    agreementId,
    options,
    async (sql, { agreement, officeTitle, now }) => {
      const sets = await listRewardSets(sql, agreementId);
      const last = sets.at(-1);
      if ((last?.number ?? 0) !== seen) return refuse({ stale: last });
      const targets = await listTargets(sql, { agreementIds: [agreementId] });
      const accepted = acceptRewardSet(
        asked,
        {
          targetIds: targets.map(({ id }) => id),
          parties: partiesOf(agreement),
          historicUntil: isOfBefore(agreement) ? londonDate(agreement.recordedAt) : undefined,
        },
        last,
        londonDate(now),
      );
      if (!accepted.ok) return accepted;
      const set: RewardSet = {
        ...accepted.value,
        agreementId,
        number: seen + 1,
        isIllustrative: agreement.isIllustrative,
        certainty: agreement.isIllustrative ? 'illustrative' : 'confirmed',
        byOffice: officeTitle,
        recordedAt: now,
      };
      await insertRewardSet(sql, set);
      return ok({ value: { number: set.number }, entry: rewardSetEntry(agreement, set) });
    },
  );
}
