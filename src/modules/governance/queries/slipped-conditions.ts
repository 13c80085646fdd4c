import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type ConditionStanding, conditionStanding } from '../domain/scrutiny/condition-standing.ts';
import {
  type Condition,
  type FollowedReport,
  conditionPath,
  type Recommendation,
  type ScrutinyReport,
} from '../domain/scrutiny/report.ts';
import { acceptanceOf } from '../domain/scrutiny/response.ts';
import { listReports } from '../store/scrutiny.ts';

/** A condition that has slipped, for the agenda of the committee that set it. */
export type SlippedCondition = Readonly<{
  /** The same as long as this slip lasts, and another for the next: `maidstone/2008-001/1.2 2009-03-02`. */
  id: string;
  report: ScrutinyReport;
  recommendation: Recommendation;
  condition: Condition;
  /** Since when and why. */
  slip: Extract<ConditionStanding, { standing: 'slipped' }>;
  /** Where it is shown: the committee’s report, at the condition. */
  path: string;
}>;

/**
 * The conditions a committee has set that have slipped as it stood on a day, the longest slipped first. They belong on its
 * next agenda whether or not anybody has asked for it.
 */
export async function slippedConditionsFor(
  sql: Sql,
  committeeId: string,
  on: IsoDate,
): Promise<readonly SlippedCondition[]> {
  return slippedOf(await listReports(sql, { committeeId, madeBy: on }), on);
}

/** The conditions of these reports that have slipped on a day, the longest slipped first. */
export function slippedOf(reports: readonly FollowedReport[], on: IsoDate): readonly SlippedCondition[] {
  return reports
    .flatMap((followed) => conditionsAt(followed, on))
    .flatMap(({ standing, ...named }) =>
      standing.standing === 'slipped'
        ? [
            {
              ...named,
              id: `${named.report.id}/${named.condition.key} ${standing.since}`,
              slip: standing,
              path: conditionPath(named.report, named.condition),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.slip.since.localeCompare(b.slip.since) || a.id.localeCompare(b.id));
}

/** Every condition of a report with where it stood on a day. */
export function conditionsAt({ report, responses, facts }: FollowedReport, on: IsoDate) {
  return report.recommendations.flatMap((recommendation) => {
    const accepted = acceptanceOf(recommendation.number, responses, on);
    return recommendation.conditions.map((condition) => ({
      report,
      recommendation,
      condition,
      standing: conditionStanding(accepted, facts.get(condition.key) ?? [], on),
    }));
  });
}
