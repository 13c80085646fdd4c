import type { Sql } from '#platform/db';
import type { Framework } from '../../domain/framework/framework.ts';
import { listFrameworks, listOutcomes } from '../../store/frameworks.ts';
import { listIndicators } from '../../store/indicators.ts';

/** A framework in the list, with how much it holds. */
export type FrameworkLine = Framework & Readonly<{ outcomes: number; indicators: number }>;

/** Every framework, by title, with how many outcomes and indicators it has. */
export async function frameworkLines(sql: Sql): Promise<readonly FrameworkLine[]> {
  const [frameworks, outcomes, indicators] = await Promise.all([
    listFrameworks(sql),
    listOutcomes(sql),
    listIndicators(sql),
  ]);
  const count = (of: readonly Readonly<{ frameworkId: string }>[], id: string) =>
    of.filter(({ frameworkId }) => frameworkId === id).length;
  return frameworks.map((framework) => ({
    ...framework,
    outcomes: count(outcomes, framework.id),
    indicators: count(indicators, framework.id),
  }));
}
