import type { Sql } from '#platform/db';
import { instantInLondon, type IsoDate, momentAfter } from '#platform/kernel';
import { everyBody } from '#modules/register';
import { openToCallIn, type OpenDecision } from './decisions-list.ts';
import { proposalsAt, type StoodProposal } from './proposal-at.ts';

/** What somebody can still act on at a moment: decisions that can be called in, proposals that wait for a party. */
export type OpenNow = Readonly<{
  decisions: readonly OpenDecision[];
  proposals: readonly StoodProposal[];
  /** Names of bodies, by id. */
  names: ReadonlyMap<string, string>;
  /** When the first window closes. */
  changesAt: Date | undefined;
}>;

export async function openNow(sql: Sql, { at, on }: Readonly<{ at: Date; on: IsoDate }>): Promise<OpenNow> {
  const [decisions, proposals, bodies] = await Promise.all([
    openToCallIn(sql, { at, on }),
    proposalsAt(sql, at),
    everyBody(sql, { on }),
  ]);
  const first = decisions[0]?.closes.deadline;
  return {
    decisions,
    proposals: proposals.filter(({ matrix }) => matrix.outcome.outcome === 'waiting'),
    names: new Map(bodies.map(({ id, name }) => [id, name])),
    changesAt: first === undefined ? undefined : momentAfter(instantInLondon(first)),
  };
}
