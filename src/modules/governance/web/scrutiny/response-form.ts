import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, refuse, type Result } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import { day, explainCommon, isCommon, line, passage, readAnswers, versionSeen } from '#platform/web';
import { z } from 'zod';
import type { AnswerRefusal } from '../../actions/answer-recommendations.ts';
import type { GivenResponses, NewResponse } from '../../domain/scrutiny/new-response.ts';
import type { ScrutinyReport } from '../../domain/scrutiny/report.ts';
import { type ResponseOutcome, responseOutcomes } from '../../domain/scrutiny/response.ts';
import type { AgreeingClause } from '../../queries/scrutiny-choices.ts';

const form = z.object({
  on: day('the day of the answer'),
  source: line('where the answer is written', { most: 300 }),
});

export type ResponseRead = GivenResponses & Readonly<{ seen: number }>;

/** How a clause is chosen in the form: the decision and the number of its clause. */
export const clauseValue = ({ decisionId, clause }: AgreeingClause): string => `${decisionId}#${clause}`;

const isOutcome = (text: string): text is ResponseOutcome => Object.hasOwn(responseOutcomes, text);

/** Reads the answers that were given; a recommendation without one is left open. */
export function readResponse(
  answers: Answers,
  { recommendations }: Pick<ScrutinyReport, 'recommendations'>,
  clauses: readonly AgreeingClause[],
): Result<ResponseRead, FieldErrors> {
  const head = readAnswers(form, answers, ['on']);
  const errors: Record<string, string> = head.ok ? {} : { ...head.error };
  const given: NewResponse[] = [];
  recommendations.forEach(({ number }, index) => {
    const outcome = answers[`outcome-${index + 1}`] ?? '';
    const name = `reasons-${index + 1}`;
    const typed = readAnswers(
      z.object({
        [name]: passage(`the reasons on recommendation ${number}`, { most: 4000, optional: true }),
      }),
      answers,
    );
    if (!typed.ok) Object.assign(errors, typed.error);
    const reasons = typed.ok ? (typed.value[name] ?? '') : '';
    if (!isOutcome(outcome)) return;
    if (outcome !== 'accepted' && reasons === '')
      errors[name] = `Enter why recommendation ${number} is not accepted as a whole`;
    given.push({ recommendation: number, outcome, reasons });
  });
  if (given.length === 0) errors['outcome-1'] = 'Select an answer to at least one recommendation';
  const chosen = answers['decision'] ?? '';
  const clause = clauses.find((each) => clauseValue(each) === chosen);
  if (chosen !== '' && clause === undefined) errors['decision'] = 'Select a decision from the list, or none';
  if (!head.ok || Object.keys(errors).length > 0) return refuse(errors);
  return ok({
    ...head.value,
    answers: given,
    decision: clause && { id: clause.decisionId, clause: clause.clause },
    seen: versionSeen(answers['seen']),
  });
}

export function explainResponse(refusal: InOneWord<AnswerRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'nothing-answered':
      return { 'outcome-1': 'Select an answer to at least one recommendation' };
    case 'no-such-recommendation':
    case 'no-such-report':
      return { form: 'This recommendation is not part of a published report. Open the report again' };
    case 'reasons-missing':
      return { form: 'Say why each recommendation that is not accepted as a whole is not' };
    case 'answered-before-the-report':
      return { on: 'The day of the answer must not be before the recommendations were made' };
    case 'answered-in-the-future':
      return { on: 'The day of the answer must be today or in the past' };
    case 'no-such-decision':
      return { decision: 'This decision is not one of your body’s. Select another, or none' };
    case 'clause-agrees-no-reference':
      return { decision: 'This clause does not agree a scrutiny reference. Select one that does, or none' };
    case 'decision-after-the-answer':
      return { on: 'The day of the answer must not be before the decision that agreed it' };
    default:
      return never(refusal);
  }
}
