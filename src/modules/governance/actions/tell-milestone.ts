import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Entry } from '#platform/record';
import { conditionsWatching } from '../store/scrutiny-facts.ts';
import { enterConditionFact } from './report-on-condition.ts';

/** What became of a milestone that somebody else keeps. */
export type MilestoneTold = Readonly<{
  /** The name under which conditions watch it: the address of its page. */
  milestone: string;
  happened: Readonly<{ kind: 'met' | 'slipped' | 'reopened' }> | Readonly<{ kind: 'moved'; to: IsoDate }>;
  on: IsoDate;
  says: string;
  source: string;
  byOffice: string;
}>;

/**
 * Tells every condition that watches a milestone what became of it, so that one that slips comes before its committee.
 * Whoever keeps the milestone calls it in the act that says so, and keeps the entries. A condition to which it is no news,
 * or whose recommendation nobody has accepted, is passed over.
 */
export async function tellMilestone(
  sql: Sql,
  { milestone, happened, ...told }: MilestoneTold,
  when: Readonly<{ today: IsoDate; now: Date }>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const { reportId, key } of await conditionsWatching(sql, milestone, 'milestone')) {
    const [bodyId = '', reference = ''] = reportId.split('/');
    const entered = await enterConditionFact(sql, { bodyId, reference, key }, { ...told, ...happened }, when);
    if (entered.ok) entries.push(entered.value);
  }
  return entries;
}
