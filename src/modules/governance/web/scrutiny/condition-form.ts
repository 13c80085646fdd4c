import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, refuse, type Result } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import {
  day,
  explainCommon,
  isCommon,
  line,
  oneOf,
  optionalDay,
  passage,
  readAnswers,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import type { ReportOnConditionRefusal, ToldFact } from '../../actions/report-on-condition.ts';
import { factsOfExecutive, factsOfScrutiny } from '../../domain/scrutiny/accept-fact.ts';
import { type Comparison, comparisons, type Watch } from '../../domain/scrutiny/condition-fact.ts';

export type FactRead = Readonly<{ fact: ToldFact; seen: number }>;

const told = {
  on: day('the day'),
  says: passage('what there is to say', { most: 2000, optional: true }),
  source: line('where it is written', { most: 300 }),
};

const decimal = (name: string) =>
  line(name, { most: 20 })
    .refine((typed) => /^-?\d{1,12}(?:\.\d{1,6})?$/.test(typed), {
      message: `Enter ${name} as a number, like 80 or 95.5`,
      when: ({ issues }) => issues.length === 0,
    })
    .transform(Number);

const comparisonKeys = Object.keys(comparisons) as [Comparison, ...Comparison[]];

const figureForm = z.object({
  ...told,
  what: line('the name of the figure', { most: 160 }),
  comparison: oneOf(comparisonKeys, 'Select on which side of the value it must be'),
  threshold: decimal('the value'),
  unit: line('the unit', { most: 30, optional: true }),
  from: optionalDay('the first day'),
});
const milestoneForm = z.object({
  ...told,
  what: line('what is to be done or received', { most: 300 }),
  by: optionalDay('the last day for it'),
});

/** Reads what a condition is to be watched by; the kind was chosen on the page before. */
export function readWatch(answers: Answers, kind: Watch['kind']): Result<FactRead, FieldErrors> {
  const seen = versionSeen(answers['seen']);
  if (kind === 'figure') {
    const read = readAnswers(figureForm, answers, ['on', 'from']);
    if (!read.ok) return read;
    const { on, says, source, ...figure } = read.value;
    return ok({ seen, fact: { kind: 'watched', on, says, source, watch: { kind, ...figure } } });
  }
  const read = readAnswers(milestoneForm, answers, ['on', 'by']);
  if (!read.ok) return read;
  const { on, says, source, what, by } = read.value;
  return ok({ seen, fact: { kind: 'watched', on, says, source, watch: { kind, what, by } } });
}

const kinds = [...new Set([...factsOfExecutive, ...factsOfScrutiny])] as const;
const progressForm = z.object({
  ...told,
  kind: oneOf(
    kinds as unknown as [(typeof kinds)[number], ...(typeof kinds)[number][]],
    'Select what happened',
  ),
  to: optionalDay('the new day'),
});

/** Reads what happened to a condition. */
export function readProgress(answers: Answers): Result<FactRead, FieldErrors> {
  const read = readAnswers(progressForm, answers, ['on', 'to']);
  if (!read.ok) return read;
  const { kind, to, ...rest } = read.value;
  const seen = versionSeen(answers['seen']);
  if (kind === 'moved' || kind === 'agreed') {
    if (to === undefined) return refuse({ to: 'Enter the new day' });
    return ok({ seen, fact: { ...rest, kind, to } });
  }
  if (kind !== 'reading') return ok({ seen, fact: { ...rest, kind } });
  const value = readAnswers(z.object({ value: decimal('the value') }), answers);
  return value.ok ? ok({ seen, fact: { ...rest, kind, value: value.value.value } }) : value;
}

/** The sentence for each reason for which nothing was added to a condition. */
export function explainFact(refusal: InOneWord<ReportOnConditionRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-report':
    case 'no-such-condition':
      return { form: 'This condition is not part of a published report. Open the report again' };
    case 'in-the-future':
      return { on: 'The day must be today or in the past' };
    case 'before-the-report':
      return { on: 'The day must not be before the recommendations were made' };
    case 'recommendation-not-accepted':
      return {
        on: 'On this day the executive had not accepted the recommendation, so there was nothing to report on. Give its answer first',
      };
    case 'met-already':
      return {
        kind: 'The condition is met already. If it turned out not to be, the scrutiny officer says so first',
      };
    case 'not-met':
      return { kind: 'The condition is not met on that day, so there is nothing to take back' };
    case 'not-a-figure':
      return {
        kind: 'No figure is watched here. Report whether it is done, or say first which figure is watched',
      };
    case 'is-a-figure':
      return { kind: 'A figure is watched here: report how it reads' };
    case 'day-must-be-later':
      return { to: 'The day it is to be done by must be later than the day this is said' };
    case 'says-missing':
      return { says: 'Say why, in a sentence that readers will understand' };
    case 'only-scrutiny-may-say':
      return { kind: 'Only your scrutiny officer may say this of a condition' };
    default:
      return never(refusal);
  }
}
