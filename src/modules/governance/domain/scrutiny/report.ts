import type { IsoDate } from '#platform/kernel';
import type { ConditionFact } from './condition-fact.ts';
import type { Response } from './response.ts';

/**
 * What an overview and scrutiny committee recommended on one matter, as it was published: numbered recommendations, each
 * with the conditions under which the committee supports it. What becomes of them is added, with its date.
 */
export type ScrutinyReport = Readonly<{
  id: string;
  bodyId: string;
  /** The number in its address: `2008-001`. */
  reference: string;
  title: string;
  madeOn: IsoDate;
  committeeId: string | undefined;
  /** The committee’s name as it was. */
  committee: string;
  /** Who is asked to act on it: “the Cabinet”. */
  addressedTo: string;
  /** The day on which the executive had it in writing, from which its time to answer runs; undefined: no source says. */
  receivedOn: IsoDate | undefined;
  recommendations: readonly Recommendation[];
  places: readonly string[];
  topics: readonly string[];
  source: string;
  publishedOn: IsoDate;
  publishedBy: string;
  recordedAt: Date;
}>;

export type Recommendation = Readonly<{
  /** As the report numbers it: `1`. */
  number: string;
  text: string;
  conditions: readonly Condition[];
}>;

export type Condition = Readonly<{
  /** As the report numbers it: `i`. */
  number: string;
  text: string;
  /** Which of the report’s conditions it is: `1.2` is the second of the first recommendation. */
  key: string;
}>;

/** A report with everything that was done about it. */
export type FollowedReport = Readonly<{
  report: ScrutinyReport;
  /** The first given first. */
  responses: readonly Response[];
  /** By the key of the condition, in the order in which they were entered. */
  facts: ReadonlyMap<string, readonly ConditionFact[]>;
}>;

type Named = Pick<ScrutinyReport, 'bodyId' | 'reference'>;

/** The page of a report, which is also how every other thing points at it. */
export const reportPath = ({ bodyId, reference }: Named): string => `/recommendations/${bodyId}/${reference}`;

/** The id of a report, from its body and its number. */
export const reportId = ({ bodyId, reference }: Named): string => `${bodyId}/${reference}`;

/** Where its officers work on it. */
export const reportOffice = ({ bodyId, reference }: Named): string =>
  `/office/${bodyId}/recommendations/${reference}`;

/** The part of a report’s page that shows one condition. */
export const conditionPath = (report: Named, { key }: Pick<Condition, 'key'>): string =>
  `${reportPath(report)}#condition-${key.replace('.', '-')}`;

/** A condition of a report by its key. */
export function conditionOf(
  { recommendations }: Pick<ScrutinyReport, 'recommendations'>,
  key: string,
): Readonly<{ recommendation: Recommendation; condition: Condition }> | undefined {
  for (const recommendation of recommendations)
    for (const condition of recommendation.conditions)
      if (condition.key === key) return { recommendation, condition };
  return undefined;
}
