import { type AccountKept, accountsKept } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import type { SiteServices } from '../site.ts';

/** A body's accounts, with the names of the offices they act in and of those that can be given. */
export type AccountsToKeep = Readonly<{
  accounts: readonly AccountKept[];
  /** The offices of the body that can act today. */
  offices: readonly Readonly<{ officeId: string; officeTitle: string }>[];
  titleOf(officeId: string): string;
}>;

export async function accountsToKeep(
  { database, clock, identity }: SiteServices,
  { bodyId }: Actor,
): Promise<AccountsToKeep> {
  const accounts = await accountsKept(database, { bodyId });
  const offices = (await identity.offices.officesOn(clock.today())).filter(
    (office) => office.bodyId === bodyId,
  );
  const titles = new Map(offices.map(({ officeId, officeTitle }) => [officeId, officeTitle]));
  for (const { officeId, from } of accounts.flatMap(({ appointments }) => appointments)) {
    if (titles.has(officeId)) continue;
    const office = await identity.offices.officeOn(officeId, from);
    titles.set(officeId, office?.officeTitle ?? officeId);
  }
  return { accounts, offices, titleOf: (officeId) => titles.get(officeId) ?? officeId };
}
