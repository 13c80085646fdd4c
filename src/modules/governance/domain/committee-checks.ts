import type { CommitteeKind } from './committee.ts';

/** A seat as the law of membership looks at it. */
export type SeatChecked = Readonly<{
  bodyId: string;
  bodyName: string;
  isExecutive: boolean;
  group: string | undefined;
  votes: boolean;
}>;

/** Something about who sits on a committee that an officer should look at, with the law it comes from. */
export type CommitteeWarning = Readonly<{
  says: string;
  law: string;
  /** `unsure` where what the committee does, which is not recorded, decides. */
  certainty: 'confident' | 'unsure';
}>;

/** From so many authorities on, members of a joint committee need not be of their executives. */
const manyAuthorities = 5;
/** From so many seats of one council on, they are shared in proportion between its political groups. */
const balancedSeats = 3;

const executiveRule = 'SI 2012/1019, regulation 12 (before, SI 2000/2851 as amended by SI 2001/3961)';
const balanceRule = 'Local Government and Housing Act 1989, sections 15 to 17';

/**
 * What the law of membership lets one say of a joint committee from its seats alone. Whether it discharges functions of
 * the executive is not recorded, so what depends on that is marked unsure.
 */
export function checkJointCommittee(
  appointedBy: readonly Readonly<{ id: string; name: string }>[],
  seats: readonly SeatChecked[],
): readonly CommitteeWarning[] {
  const warnings: CommitteeWarning[] = [];
  for (const body of appointedBy) {
    const own = seats.filter(({ bodyId }) => bodyId === body.id);
    const executives = own.filter(({ isExecutive }) => isExecutive).length;
    if (own.length === 0)
      warnings.push({
        says: `${body.name} appoints to this committee and has no seat on it.`,
        law: 'Local Government Act 1972, section 102(2)',
        certainty: 'confident',
      });
    else if (appointedBy.length < manyAuthorities && executives < own.length)
      warnings.push({
        says:
          own.length > 1 && executives === 0
            ? `None of the ${own.length} members for ${body.name} sits on its executive. Where the committee discharges any executive functions, at least one must; where it discharges nothing else, all must.`
            : `Not all members for ${body.name} sit on its executive. Where the committee discharges executive functions alone, all must, because fewer than five authorities appoint to it.`,
        law: executiveRule,
        certainty: 'unsure',
      });
  }
  for (const seat of seats.filter(({ bodyId }) => !appointedBy.some(({ id }) => id === bodyId)))
    warnings.push({
      says: `A member is of ${seat.bodyName}, which does not appoint to this committee.`,
      law: 'Local Government Act 1972, section 102(2)',
      certainty: 'confident',
    });
  return warnings;
}

/** Kinds that act for the whole council, so that their seats follow the balance of its groups. */
const balancedKinds: ReadonlySet<CommitteeKind> = new Set(['committee', 'scrutiny', 'joint-committee']);

/**
 * Whether a council’s seats follow the balance of its groups: none may differ by a whole seat from its share. Judged only
 * where the group of every member is recorded.
 */
export function checkBalance(
  kind: CommitteeKind,
  council: readonly (string | undefined)[],
  seats: readonly SeatChecked[],
): readonly CommitteeWarning[] {
  const voting = seats.filter(({ votes }) => votes);
  const groups = council.flatMap((group) => group ?? []);
  const known = voting.flatMap(({ group }) => group ?? []);
  if (!balancedKinds.has(kind) || voting.length < balancedSeats) return [];
  if (groups.length < council.length || groups.length === 0 || known.length < voting.length) return [];
  return [...new Set([...groups, ...known])].flatMap((group) => {
    const share = (voting.length * countOf(groups, group)) / groups.length;
    const has = countOf(known, group);
    if (Math.abs(has - share) < 1) return [];
    return [
      {
        says: `${group} has ${has} of ${voting.length} seats; its share of the council is ${share.toFixed(2)}. A committee may differ only where the council agreed with nobody against.`,
        law: balanceRule,
        certainty: 'confident' as const,
      },
    ];
  });
}

const countOf = (groups: readonly string[], group: string) => groups.filter((each) => each === group).length;
