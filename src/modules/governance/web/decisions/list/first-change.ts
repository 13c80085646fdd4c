import { changesAt } from '../../../domain/decision/changes-at.ts';
import type { StoodDecision } from '../../../queries/standings.ts';

/** The next moment at which one of these decisions stands otherwise though nobody acts, for the cache of a page of them. */
export function firstChange(
  decisions: readonly Pick<StoodDecision, 'standing'>[],
  at: Date,
): Date | undefined {
  return decisions
    .flatMap(({ standing }) => changesAt(standing, at) ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(0);
}
