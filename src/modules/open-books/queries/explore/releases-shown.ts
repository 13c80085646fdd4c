import type { Analytics } from '#platform/analytics';
import type { PaymentsAsked } from '../../domain/explore/asked.ts';
import type { Release } from '../../domain/release/release.ts';
import type { Explored } from './explored.ts';
import { keptOfView } from './kept-of-view.ts';
import { paymentsOf } from './rows-in.ts';
import type { Scope } from './scope.ts';

/**
 * The releases that payments asked for stand in. Where some are made up and others are not, the rows themselves are asked which they
 * come from, so that nothing made up is passed off as real, nor the other way round.
 */
export async function releasesShown(
  { ask }: Pick<Analytics, 'ask'>,
  { view, standing }: Pick<Explored, 'view' | 'standing'>,
  asked: PaymentsAsked,
  scope: Scope | undefined,
): Promise<readonly Release[]> {
  const own = standing.filter(({ bodyId }) => asked.bodyId === undefined || bodyId === asked.bodyId);
  if (own.every(({ isIllustrative }) => isIllustrative === own[0]?.isIllustrative)) return own;
  if (scope === undefined) return [];
  const shown = await keptOfView(view, `releases of ${JSON.stringify(asked)}`, async () => {
    const found = await ask<{ body: number; release: number }>(
      `SELECT DISTINCT body, release FROM (${paymentsOf(scope)})`,
    );
    return new Set(found.map(({ body, release }) => view.bodies[body]?.releases[release]?.id));
  });
  return own.filter(({ id }) => shown.has(id));
}
