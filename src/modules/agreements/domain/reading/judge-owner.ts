import type { FaultAt } from './judge.ts';

type Asked = Readonly<{
  bodyId: string;
  isComparison: boolean;
  /** The body that brings the series about the area, where one is named. */
  owner: string | undefined;
  /** Every body that brings the series about some area. */
  owners: readonly string[];
  /** The name of the area, where it is known. */
  areaName: string | undefined;
  /** The name that was brought with it. */
  givenName: string;
  source: string;
}>;

/**
 * Whether a body may bring a series about an area: what it is named to bring, and figures of areas that nobody brings, to
 * compare its own with, which then say how the area is called and where they come from.
 */
export function ownerFaults(asked: Asked): readonly FaultAt[] {
  const { bodyId, isComparison, owner, owners, areaName, givenName, source } = asked;
  if (!isComparison) {
    if (areaName === undefined) return [{ column: 'area', fault: { is: 'unknown-area' } }];
    if (owner === undefined) return [{ column: 'area', fault: { is: 'no-owner' } }];
    return owner === bodyId ? [] : [{ column: 'area', fault: { is: 'not-the-owner', owner } }];
  }
  if (owner !== undefined) return [{ column: 'area', fault: { is: 'owned-already', owner } }];
  if (!owners.includes(bodyId))
    return [{ column: 'series', fault: { is: 'not-the-owner', owner: owners.join(', ') } }];
  return [
    ...(areaName === undefined && givenName === ''
      ? [{ column: 'areaName', fault: { is: 'missing' } } as const]
      : []),
    ...(source === '' ? [{ column: 'source', fault: { is: 'missing' } } as const] : []),
  ];
}

/** Whether a body may put another figure in the place of one of an outside area: it must have brought that one itself. */
export function bringerFaults(
  { bodyId, isComparison }: Pick<Asked, 'bodyId' | 'isComparison'>,
  stands: Readonly<{ bodyId: string }> | undefined,
): readonly FaultAt[] {
  if (!isComparison || stands === undefined || stands.bodyId === bodyId) return [];
  return [{ column: 'area', fault: { is: 'brought-by-another', by: stands.bodyId } }];
}
