import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Entry } from '#platform/record';
import { conditionsWatching, namesOfFiguresWatched } from '../store/scrutiny-facts.ts';
import { enterConditionFact } from './report-on-condition.ts';

/** A measurement of a figure that somebody else keeps. */
export type FigureReading = Readonly<{
  /** The name under which conditions watch it. */
  figure: string;
  value: number;
  on: IsoDate;
  source: string;
  /** The office or part of Accord that read it. */
  byOffice: string;
}>;

/**
 * Gives a reading to every condition that watches the figure, so that one that fails comes before its committee. Whoever
 * owns the figure calls it in the act that keeps the reading, and keeps the entries. A condition that is met already, or
 * whose recommendation nobody has accepted, is passed over.
 */
export async function watchFigure(
  sql: Sql,
  { figure, value, on, source, byOffice }: FigureReading,
  when: Readonly<{ today: IsoDate; now: Date }>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const { reportId, key } of await conditionsWatching(sql, figure)) {
    const [bodyId = '', reference = ''] = reportId.split('/');
    const fact = { kind: 'reading', on, value, says: '', source, byOffice } as const;
    const entered = await enterConditionFact(sql, { bodyId, reference, key }, fact, when);
    if (entered.ok) entries.push(entered.value);
  }
  return entries;
}

/** Which figures any condition watches, so that whoever publishes thousands need not ask of each. */
export const figuresWatched = (sql: Sql): Promise<ReadonlySet<string>> => namesOfFiguresWatched(sql);
