/** What a member declares of an interest in an item. */
export const interestKinds = {
  pecuniary: 'Disclosable pecuniary interest',
  significant: 'Other significant interest',
  other: 'Other interest',
  lobbied: 'Was lobbied',
  whipped: 'Under a party whip',
  none: 'Withdrawn: no interest after all',
} as const;
export type InterestKind = keyof typeof interestKinds;

/** A member’s declaration at an item. Of several by one member the last counts. */
export type Declaration = Readonly<{
  itemId: string;
  officeId: string;
  officeTitle: string;
  version: number;
  kind: InterestKind;
  nature: string;
  leftRoom: boolean;
  /** Who allowed the member to stay or to vote, and when. */
  dispensation: string;
}>;

/** The declarations that count, one a member: without those that were withdrawn. */
export function standingDeclarations(all: readonly Declaration[]): readonly Declaration[] {
  const latest = new Map<string, Declaration>();
  for (const each of all.toSorted((a, b) => a.version - b.version))
    latest.set(`${each.itemId} ${each.officeId}`, each);
  return [...latest.values()].filter(({ kind }) => kind !== 'none');
}

/** The members who are out of the room at an item. */
export const leftTheRoom = (declared: readonly Declaration[], itemId: string): ReadonlySet<string> =>
  new Set(
    standingDeclarations(declared)
      .filter((each) => each.itemId === itemId && each.leftRoom)
      .map(({ officeId }) => officeId),
  );
