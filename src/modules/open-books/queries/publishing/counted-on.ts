import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { listSupplierChoices } from '../../store/supplier-choices.ts';
import type { Dataset } from '../../domain/release/release.ts';
import { type ReleaseShown, releasesOn } from './releases.ts';

/** What counted at the end of a day. */
export type CountedOn = Readonly<{
  /** Whether the same releases count now, under the same choices about suppliers: what is worked out of them is then the same too. */
  isNow: boolean;
  releases: readonly ReleaseShown[];
}>;

/** The releases of one dataset that counted at the end of a day, held against those that count today. */
export async function countedOn(
  sql: Sql,
  { on, today }: Readonly<{ on: IsoDate; today: IsoDate }>,
  dataset: Dataset = 'spending',
): Promise<CountedOn> {
  const counting = async (day: IsoDate) =>
    (await releasesOn(sql, day)).filter(
      (release) => release.dataset === dataset && release.standing.is === 'standing',
    );
  const releases = await counting(on);
  if (on >= today) return { isNow: true, releases };
  const [now, choices] = [await counting(today), await listSupplierChoices(sql)];
  const isSame = now.length === releases.length && now.every(({ id }, at) => releases[at]?.id === id);
  return { isNow: isSame && choices.every(({ at }) => at <= lastMomentOf(on)), releases };
}
