import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Entry } from '#platform/record';
import { type MilestoneTold, tellMilestone } from '#modules/governance';
import { type Commitment, milestonePath } from '../../domain/commitment/commitment.ts';
import type { CommitmentFact } from '../../domain/commitment/fact.ts';

/** Lets the conditions of scrutiny that watch a milestone hear what became of it, within the act that says so. */
export async function tellConditions(
  sql: Sql,
  commitment: Pick<Commitment, 'id'>,
  fact: CommitmentFact,
  when: Readonly<{ today: IsoDate; now: Date }>,
): Promise<readonly Entry[]> {
  const happened = happenedTo(fact);
  if (happened === undefined) return [];
  const { on, says, source, byOffice } = fact;
  const milestone = milestonePath(commitment, happened.milestone);
  return tellMilestone(sql, { milestone, happened: happened.what, on, says, source, byOffice }, when);
}

function happenedTo(
  fact: CommitmentFact,
): Readonly<{ milestone: number; what: MilestoneTold['happened'] }> | undefined {
  if (fact.kind === 'met') return { milestone: fact.milestone, what: { kind: 'met' } };
  if (fact.kind === 'unmet') return { milestone: fact.milestone, what: { kind: 'reopened' } };
  if (fact.kind === 'missed') return { milestone: fact.milestone, what: { kind: 'slipped' } };
  if (fact.kind === 'moved') return { milestone: fact.milestone, what: { kind: 'moved', to: fact.due.by } };
  return undefined;
}
