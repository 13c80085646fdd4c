import type { Choice } from './choice.ts';
import type { Join } from './joining.ts';
import type { Clusters } from './clusters.ts';
import type { ReadRecords } from './records.ts';

/**
 * Follows choices before anything else is found, the latest first; whatever comes after cannot undo them. A choice that contradicts
 * later ones, directly or by way of others, is not followed and handed back.
 */
export function applyChoices(
  choices: readonly Choice[],
  { nodesOf }: ReadRecords,
  clusters: Clusters,
  join: Join,
): readonly Choice[] {
  const overruled: Choice[] = [];
  for (const choice of choices.toReversed()) {
    const one = nodesOf(choice.one);
    const other = nodesOf(choice.other);
    if (choice.kind === 'together') {
      const all = [...one, ...other];
      const contradicted = all.some((a, at) =>
        all.slice(at + 1).some((b) => clusters.standing(a, b) === 'kept-apart'),
      );
      if (contradicted) overruled.push(choice);
      else for (const node of all.slice(1)) join(all[0] ?? node, node, 'numbers-differ');
      continue;
    }
    const contradicted = one.some((a) => other.some((b) => clusters.standing(a, b) === 'one'));
    if (contradicted) overruled.push(choice);
    else for (const a of one) for (const b of other) clusters.keepApart(a, b);
  }
  return overruled.toReversed();
}
