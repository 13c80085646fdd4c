import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';

/** A function that a joint body would exercise in the place of the councils that appoint to it. */
export type DelegationAsked = Readonly<{
  /** The joint body, and its committee where it decides in one. */
  to: Readonly<{ bodyId: string; committeeId: string | undefined }>;
  /** The councils that appoint to it. */
  by: readonly string[];
  /** The function in the words of the clause. */
  function: string;
  /** The day of the decision. */
  on: IsoDate;
}>;

/** Who knows which functions councils have delegated. A council that has not delegated keeps the function to itself. */
export type Delegations = Readonly<{
  /** Those of the councils asked about that had delegated it, and not taken it back, on that day. */
  live(sql: Sql, asked: DelegationAsked): Promise<readonly string[]>;
}>;

/** Until somebody keeps delegations there are none, so no joint body can take an executive decision. */
const none: Delegations = { live: async () => [] };

let source: Delegations = none;

/** Whoever keeps delegations says so here, once, when the site is composed. Answers how to undo it. */
export function delegationsComeFrom(kept: Delegations): () => void {
  const before = source;
  source = kept;
  return () => {
    source = before;
  };
}

/** The councils among those asked about whose delegation is missing on that day. */
export async function missingDelegations(sql: Sql, asked: DelegationAsked): Promise<readonly string[]> {
  const live = await source.live(sql, asked);
  return asked.by.filter((bodyId) => !live.includes(bodyId));
}
