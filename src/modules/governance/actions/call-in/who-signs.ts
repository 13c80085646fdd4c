import { accountsKept, isHeldOn } from '#platform/identity';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { type Holder, holdersOf, officeDirectory } from '#modules/register';
import type { Signature } from '../../domain/call-in/signature.ts';
import { groupOf, seatsOf } from '../../store/seats.ts';

/** A member who signs: whose seat it is, what that member was on the day, and in which other offices the same person acts. */
export type Signer = Readonly<{
  officeId: string;
  officeTitle: string;
  /** One name for the person, whatever office they sign in. */
  member: string;
  seat: Signature['seat'];
  /** Every office of the body that the same person holds on that day, this one among them. */
  offices: readonly string[];
}>;

/**
 * Who signs in an office of a body on a day. A call-in counts people, not seats: offices are one person’s where the same
 * account acts in them, or the register names the same holder. A member of the executive is that in every seat.
 */
export async function whoSigns(
  { database }: Services,
  office: Readonly<{ bodyId: string; officeId: string; accountId?: string | undefined }>,
  on: IsoDate,
): Promise<Signer | undefined> {
  const { bodyId, officeId } = office;
  const directory = officeDirectory({ database });
  const acting = await directory.officeOn(officeId, on);
  if (acting === undefined || acting.bodyId !== bodyId) return undefined;

  const [holders, accounts] = await Promise.all([
    holdersOf(database, bodyId, { on }),
    accountsKept(database, { bodyId }),
  ]);
  const appointed = accounts.map(({ id, appointments }) => ({
    id,
    offices: appointments.filter((each) => isHeldOn(each, on)).map((each) => each.officeId),
  }));
  const offices = sameHands(officeId, [
    ...appointed
      .filter(({ id, offices: held }) => id === office.accountId || held.includes(officeId))
      .map(({ offices: held }) => [officeId, ...held]),
    ...heldByOne(holders),
  ]);
  const roles = await Promise.all(offices.map(async (id) => (await directory.officeOn(id, on))?.role));
  const seats = (await Promise.all(offices.map((id) => seatsOf(database, id, on)))).flat();
  const groups = await Promise.all(offices.map((id) => groupOf(database, id, on)));
  const sitsOn = (...kinds: readonly string[]) => seats.some(({ kind }) => kinds.includes(kind));
  return {
    officeId,
    officeTitle: acting.officeTitle,
    member: memberName(officeId, holders.get(officeId), office.accountId),
    seat: {
      isMember: sitsOn('council') || roles.includes('councillor') || roles.includes('leader'),
      isExecutive: sitsOn('executive', 'executive-committee') || roles.includes('leader'),
      isOnScrutiny: sitsOn('scrutiny'),
      group: groups.find((group) => group !== undefined),
    },
    offices,
  };
}

/** The offices that lead to each other, from one: whoever holds two of a group holds all. */
function sameHands(officeId: string, groups: readonly (readonly string[])[]): readonly string[] {
  let found = new Set([officeId]);
  for (;;) {
    const next = new Set([...found, ...groups.filter((group) => group.some((id) => found.has(id))).flat()]);
    if (next.size === found.size) return [...found];
    found = next;
  }
}

/** The offices held by each person whom the register names, by the name: it gives one person an id for each holding. */
function heldByOne(holders: ReadonlyMap<string, Holder>): readonly (readonly string[])[] {
  const hands = [...holders].map(([officeId, holder]) => ({
    offices: holder.kind === 'office' ? [officeId, holder.officeId] : [officeId],
    holder: holder.kind === 'office' ? holder.officeId : holder.name.toLowerCase(),
  }));
  return [...groupBy(hands, ({ holder }) => holder).values()].map((same) =>
    same.flatMap(({ offices }) => offices),
  );
}

function memberName(officeId: string, holder: Holder | undefined, accountId: string | undefined): string {
  if (holder?.kind === 'person') return `person:${holder.personId}`;
  if (accountId !== undefined) return `account:${accountId}`;
  return `office:${officeId}`;
}
