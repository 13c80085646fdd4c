import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, refuse, type Result } from '#platform/kernel';
import { day, explainCommon, isCommon, line, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { PublishReportRefusal } from '../../actions/publish-recommendations.ts';
import type { NewRecommendation, NewReport } from '../../domain/scrutiny/new-report.ts';
import { isTopic, topicIds } from '../../domain/topics.ts';

const form = z.object({
  title: line('the title', { most: 200 }),
  madeOn: day('the day it was made'),
  addressedTo: line('whom it is addressed to', { most: 160 }),
  receivedOn: optionalDay('the day the executive received it'),
  source: line('where it is written', { most: 300 }),
  committee: line('the name of the committee', { most: 160, optional: true }),
});

export type Committees = readonly Readonly<{ id: string; name: string }>[];

/** How many recommendations a form can have. */
export const mostRecommendations = 40;
const longest = { recommendation: 4000, conditions: 8000 };

/** How many boxes for recommendations the form shows. */
export function boxesOf(answers: Answers): number {
  const asked = Number(/^\d{1,2}$/.exec(answers['boxes'] ?? '')?.[0] ?? 1);
  return Math.min(Math.max(asked, 1), mostRecommendations);
}

/** Reads a report: its head, and each recommendation that was written with its conditions, one a line. */
export function readReport(
  answers: Answers,
  bodyId: string,
  committees: Committees,
): Result<NewReport, FieldErrors> {
  const head = readAnswers(form, answers, ['madeOn', 'receivedOn']);
  const chosen = committees.find(({ id }) => id === answers['committeeId']);
  const named = chosen?.name ?? (head.ok ? head.value.committee : (answers['committee'] ?? '').trim());
  const texts = readRecommendations(answers);
  const errors: FieldErrors = {
    ...(head.ok ? {} : head.error),
    ...(named === '' ? { committeeId: 'Select the committee, or enter its name' } : {}),
    ...(texts.ok ? {} : texts.error),
  };
  if (!head.ok || !texts.ok || named === '') return refuse(errors);
  return ok({
    ...head.value,
    bodyId,
    committeeId: chosen?.id,
    committee: named,
    recommendations: texts.value,
    places: [],
    topics: topicIds.filter((topic) => isTopic(topic) && answers[`topic-${topic}`] === 'yes'),
  });
}

function readRecommendations(answers: Answers): Result<readonly NewRecommendation[], FieldErrors> {
  const errors: Record<string, string> = {};
  const read: NewRecommendation[] = [];
  for (let box = 1; box <= boxesOf(answers); box += 1) {
    const schema = z.object({
      [`text-${box}`]: passage(`recommendation ${box}`, { most: longest.recommendation, optional: true }),
      [`conditions-${box}`]: passage(`the conditions of recommendation ${box}`, {
        most: longest.conditions,
        optional: true,
      }),
    });
    const typed = readAnswers(schema, answers);
    if (!typed.ok) Object.assign(errors, typed.error);
    else {
      const text = typed.value[`text-${box}`] ?? '';
      const lines = (typed.value[`conditions-${box}`] ?? '').split('\n').filter((each) => each !== '');
      if (text === '' && lines.length > 0)
        errors[`text-${box}`] = `Enter the recommendation that these conditions belong to`;
      if (text !== '') read.push(numbered(text, lines, read.length + 1));
    }
  }
  if (Object.keys(errors).length > 0) return refuse(errors);
  return read.length === 0 ? refuse({ 'text-1': 'Enter at least one recommendation' }) : ok(read);
}

const numbered = (text: string, lines: readonly string[], number: number): NewRecommendation => ({
  number: String(number),
  text,
  conditions: lines.map((each, index) => ({ number: `${number}.${index + 1}`, text: each })),
});

export function explainReport(refusal: PublishReportRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-recommendations':
      return { 'text-1': 'Enter at least one recommendation' };
    case 'number-twice':
      return { form: 'Two recommendations have the same number. Give each its own' };
    case 'made-in-the-future':
      return { madeOn: 'The day it was made must be today or in the past' };
    case 'received-before-it-was-made':
      return { receivedOn: 'The day the executive received it must not be before the day it was made' };
    case 'received-in-the-future':
      return { receivedOn: 'The day the executive received it must be today or in the past' };
    case 'no-such-committee':
      return { committeeId: 'This committee is not one of your body’s. Select another' };
    case 'reference-taken':
      return { form: 'Your body has a report with this number already. Send the form again' };
    default:
      return never(refusal);
  }
}
