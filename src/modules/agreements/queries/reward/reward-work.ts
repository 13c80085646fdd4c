import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { everyBody, successorsOf } from '#modules/register';
import { type Agreement, versionOn } from '../../domain/agreement/agreement.ts';
import { partiesOf, type RewardSet } from '../../domain/reward/reward-set.ts';
import { findAgreement, findAgreements } from '../../store/agreements.ts';
import { listRewardSets } from '../../store/reward.ts';
import { listSeries } from '../../store/series.ts';
import { listTargets } from '../../store/targets.ts';

/** What an office needs to keep the reward of an agreement: what it can name, and the last set that stands. */
export type RewardWork = Readonly<{
  agreement: Agreement;
  title: string;
  targets: readonly Readonly<{ id: string; number: number; title: string }>[];
  parties: readonly Readonly<{ id: string; name: string }>[];
  last: RewardSet | undefined;
  /** The body that keeps it, and whoever stands in its place. */
  keepers: readonly string[];
}>;

export async function rewardWork(
  sql: Sql,
  agreementId: string,
  today: IsoDate,
): Promise<RewardWork | undefined> {
  const agreement = await findAgreement(sql, agreementId);
  if (agreement === undefined) return undefined;
  const [targets, sets, bodies, successors] = await Promise.all([
    listTargets(sql, { agreementIds: [agreementId] }),
    listRewardSets(sql, agreementId),
    everyBody(sql, { on: today }),
    successorsOf(sql, agreement.bodyId, today),
  ]);
  const series = await listSeries(sql, { ids: [...new Set(targets.map(({ seriesId }) => seriesId))] });
  const version = agreement.versions.at(-1) ?? agreement.versions[0];
  return {
    agreement,
    title: version.title,
    targets: targets.map(({ id, number, seriesId, areaId }) => ({
      id,
      number,
      title: `${series.find((each) => each.id === seriesId)?.title ?? seriesId}, ${areaId}`,
    })),
    parties: partiesOf(agreement).map((bodyId) => ({
      id: bodyId,
      name: bodies.find(({ id }) => id === bodyId)?.name ?? bodyId,
    })),
    last: sets.at(-1),
    keepers: [agreement.bodyId, ...successors.map(({ id }) => id)],
  };
}

/** The agreements that a body keeps, with what each is called on a day. */
export async function agreementsKept(
  sql: Sql,
  bodyId: string,
  today: IsoDate,
): Promise<readonly Readonly<{ id: string; title: string; sets: number }>[]> {
  const kept = (await findAgreements(sql, { bodyId })).filter((agreement) => agreement.bodyId === bodyId);
  return Promise.all(
    kept.map(async (agreement) => ({
      id: agreement.id,
      title: (versionOn(agreement, today) ?? agreement.versions[0]).title,
      sets: (await listRewardSets(sql, agreement.id)).length,
    })),
  );
}
