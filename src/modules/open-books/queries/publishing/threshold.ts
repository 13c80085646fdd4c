import type { Sql } from '#platform/db';
import type { IsoDate, Money } from '#platform/kernel';
import { rulesFor } from '#modules/register';
import type { Dataset } from '../../domain/release/release.ts';

/** An amount over which a body publishes each payment, and who says so. */
export type Threshold = Readonly<{ amount: Money; source: string; setBy: 'body' | 'law' }>;

/**
 * What a body need not publish of a dataset on a day: payments of no more than this, by its own rule or else by the Code. Undefined where
 * no such rule is known; by procurement card every payment is published (Local Government Transparency Code 2015, Part 2).
 */
export async function thresholdOn(
  sql: Sql,
  { bodyId, dataset }: Readonly<{ bodyId: string; dataset: Dataset }>,
  on: IsoDate,
): Promise<Threshold | undefined> {
  if (dataset !== 'spending') return undefined;
  const rules = await rulesFor(sql, bodyId);
  const ruling = rules?.rule('payments.publishedOver', { on });
  if (ruling?.standing !== 'known') return undefined;
  return { amount: ruling.value, source: ruling.source, setBy: ruling.setBy };
}
