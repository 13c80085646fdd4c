import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { Recommendation, ScrutinyReport } from './report.ts';

/** A report as it is given, before it has a number: recommendations and conditions in their order. */
export type NewReport = Omit<
  ScrutinyReport,
  'id' | 'reference' | 'recommendations' | 'publishedOn' | 'publishedBy' | 'recordedAt'
> &
  Readonly<{
    /** The number it has already; otherwise its body gives it the next of the year: `2026-014`. */
    reference?: string | undefined;
    recommendations: readonly NewRecommendation[];
  }>;

export type NewRecommendation = Readonly<{
  number: string;
  text: string;
  conditions: readonly Readonly<{ number: string; text: string }>[];
}>;

export type ReportRefusal =
  | 'no-recommendations'
  | 'number-twice'
  | 'made-in-the-future'
  | 'received-before-it-was-made'
  | 'received-in-the-future';

/** Holds a new report against the calendar and itself, and gives each of its conditions its key. */
export function acceptReport(
  given: NewReport,
  today: IsoDate,
): Result<readonly Recommendation[], ReportRefusal> {
  const { madeOn, receivedOn, recommendations } = given;
  if (recommendations.length === 0) return refuse('no-recommendations');
  if (new Set(recommendations.map(({ number }) => number)).size < recommendations.length)
    return refuse('number-twice');
  if (madeOn > today) return refuse('made-in-the-future');
  if (receivedOn !== undefined && receivedOn < madeOn) return refuse('received-before-it-was-made');
  if (receivedOn !== undefined && receivedOn > today) return refuse('received-in-the-future');
  return ok(
    recommendations.map((recommendation, index) => ({
      ...recommendation,
      conditions: recommendation.conditions.map((condition, position) => ({
        ...condition,
        key: `${index + 1}.${position + 1}`,
      })),
    })),
  );
}
