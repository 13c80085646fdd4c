import type { Sql } from '#platform/db';
import { type AsOf, isKnown, versionOn } from '../domain/dated.ts';
import type { Holder } from '../domain/holding.ts';
import { listHoldings } from '../store/holdings.ts';
import { groupBy } from '#platform/kernel';

/** Who holds each office of a body on a day, by office; an office that nobody is recorded for is left out. */
export async function holdersOf(sql: Sql, bodyId: string, asOf: AsOf): Promise<ReadonlyMap<string, Holder>> {
  const known = (await listHoldings(sql, { bodyId })).filter((holding) => isKnown(holding, asOf.knownOn));
  const held = [...groupBy(known, ({ officeId }) => officeId)].flatMap(([officeId, own]) => {
    const holding = versionOn(own, asOf);
    return holding === undefined ? [] : [[officeId, holding.holder] as const];
  });
  return new Map(held);
}
