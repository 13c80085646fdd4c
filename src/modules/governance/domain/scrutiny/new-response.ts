import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { ScrutinyReport } from './report.ts';
import type { Response } from './response.ts';

/** An answer to one recommendation as it is given. */
export type NewResponse = Pick<Response, 'recommendation' | 'outcome' | 'reasons'>;

/** The executive’s answers of one day, and the decision by which it agreed them. */
export type GivenResponses = Readonly<{
  on: IsoDate;
  answers: readonly NewResponse[];
  decision: Readonly<{ id: string; clause: string }> | undefined;
  source: string;
}>;

export type ResponseRefusal =
  | 'nothing-answered'
  | 'no-such-recommendation'
  | 'reasons-missing'
  | 'answered-before-the-report'
  | 'answered-in-the-future';

/** Holds the answers against the report. Whoever does not accept a recommendation whole says why. */
export function acceptResponses(
  report: Pick<ScrutinyReport, 'madeOn' | 'recommendations'>,
  { on, answers }: Pick<GivenResponses, 'on' | 'answers'>,
  today: IsoDate,
): Result<readonly NewResponse[], ResponseRefusal> {
  if (answers.length === 0) return refuse('nothing-answered');
  const numbers = new Set(report.recommendations.map(({ number }) => number));
  if (answers.some(({ recommendation }) => !numbers.has(recommendation)))
    return refuse('no-such-recommendation');
  if (answers.some(({ outcome, reasons }) => outcome !== 'accepted' && reasons.trim() === ''))
    return refuse('reasons-missing');
  if (on < report.madeOn) return refuse('answered-before-the-report');
  if (on > today) return refuse('answered-in-the-future');
  return ok(answers);
}
