import type { Answers, FieldErrors } from '#platform/http';
import { midnight, never, ok, refuse, type Result, time } from '#platform/kernel';
import { day, explainCommon, isCommon, line, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { OpenRefusal } from '../../../actions/consultations/open-consultation.ts';
import {
  type AudienceKind,
  audienceKinds,
  type Passage,
  type Question,
  type QuestionKind,
  questionKinds,
} from '../../../domain/consultation/consultation.ts';
import type { NewConsultation } from '../../../domain/consultation/new-consultation.ts';
import type { Subject } from '../../../queries/consultations/subjects.ts';
import { clockTime, momentTyped } from './moment-typed.ts';

/** The pages of a draft, in their order. */
export const parts = { text: 'What is asked', questions: 'The questions', dates: 'The dates' } as const;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly Part[];
export const isPart = (text: string): text is Part => Object.hasOwn(parts, text);

const ownedBy: Readonly<Record<Part, RegExp>> = {
  text: /^(title|asks|subject|text|office|audience-.*|place-.*)$/,
  questions: /^(each|boxes|(kind|question|options)-\d+)$/,
  dates: /^((opens|closes|resultsBy|keepUntil)-(day|month|year)|opensTime|closesTime|source)$/,
};

/** A draft’s answers with those of one page in the place of what that page said before. */
export function withPart(kept: Answers, part: Part, sent: Answers): Answers {
  const others = Object.entries(kept).filter(([name]) => !ownedBy[part].test(name));
  const own = Object.entries(sent).filter(([name]) => ownedBy[part].test(name));
  return Object.fromEntries([...others, ...own]);
}

export const longestText = { asks: 2000, text: 20_000, question: 500 } as const;
const mostQuestions = 10;
export const mostPassages = 200;

/** How many boxes for questions the draft shows. */
export const boxesOf = (answers: Answers): number =>
  Math.min(Math.max(Number(answers['boxes'] ?? '1') || 1, 1), mostQuestions);
export const hasRoom = (answers: Answers): boolean => boxesOf(answers) < mostQuestions;

const textForm = z.object({
  title: line('the title', { most: 200 }),
  asks: passage('what is asked', { most: longestText.asks }),
  text: passage('the text', { most: longestText.text, optional: true }),
  office: line('the office that answers for it', { most: 200 }),
});
const datesForm = z.object({
  opens: optionalDay('the day it opens'),
  opensTime: clockTime('when it opens', midnight),
  closes: day('the day it closes'),
  closesTime: clockTime('when it closes', time('17:00')),
  resultsBy: day('the day by which results are promised'),
  keepUntil: day('the day until which answers are kept'),
  source: line('where it was decided to ask', { most: 300 }),
});
const dateNames = ['opens', 'closes', 'resultsBy', 'keepUntil'];

/** What is needed to read a draft: what can be consulted on, the passages of what was chosen, and the places there are. */
export type Around = Readonly<{
  bodyId: string;
  subjects: readonly Subject[];
  passages: readonly Passage[];
  places: readonly Readonly<{ id: string }>[];
}>;

/** The faults of one page of a draft. */
export function faultsIn(part: Part, answers: Answers, around: Around): FieldErrors {
  const read = { text: readText, questions: readQuestions, dates: readDates }[part](answers, around);
  return read.ok ? {} : read.error;
}

/** The whole draft as a consultation, or everything that is wrong in it. */
export function readDraft(answers: Answers, around: Around): Result<NewConsultation, FieldErrors> {
  const text = readText(answers, around);
  const questions = readQuestions(answers, around);
  const dates = readDates(answers);
  if (!text.ok || !questions.ok || !dates.ok)
    return refuse({
      ...(text.ok ? {} : text.error),
      ...(questions.ok ? {} : questions.error),
      ...(dates.ok ? {} : dates.error),
    });
  return ok({
    ...text.value,
    ...dates.value,
    bodyId: around.bodyId,
    questions: questions.value,
    suppressUnder: 5,
    isIllustrative: false,
  });
}

function readText(answers: Answers, { subjects, passages, places }: Around) {
  const read = readAnswers(textForm, answers);
  const errors: Record<string, string> = read.ok ? {} : { ...read.error };
  const chosen = answers['subject'] ?? '';
  const subject = subjects.find(({ key }) => key === chosen);
  if (chosen !== '' && subject === undefined) errors['subject'] = 'Select one of the texts, or none';
  const audience = (Object.keys(audienceKinds) as AudienceKind[]).filter(
    (kind) => answers[`audience-${kind}`] === 'yes',
  );
  if (audience.length === 0) errors['audience'] = 'Select who is asked';
  const given = passagesIn(answers, passages);
  if (given.length > mostPassages)
    errors['text'] = `The text must be ${mostPassages} passages or fewer: one in each line`;
  if (!read.ok || Object.keys(errors).length > 0) return refuse(errors);
  const { title, asks, office } = read.value;
  return ok({
    title,
    asks,
    office,
    subject: subject?.title ?? '',
    subjectPath: subject?.path,
    passages: given,
    audience,
    places: places.map(({ id }) => id).filter((id) => answers[`place-${id}`] === 'yes'),
  });
}

/** The passages of what was chosen; of a text that is given here, each line is one. */
function passagesIn(answers: Answers, passages: readonly Passage[]): readonly Passage[] {
  if ((answers['subject'] ?? '') !== '') return passages;
  return (answers['text'] ?? '')
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, index) => ({ key: `passage-${index + 1}`, text, path: undefined }));
}

const isKind = (text: string): text is QuestionKind => Object.hasOwn(questionKinds, text);

function readQuestions(answers: Answers, { passages }: Around): Result<readonly Question[], FieldErrors> {
  const errors: Record<string, string> = {};
  const each = answers['each'] === 'yes' ? passagesIn(answers, passages) : [];
  const questions: Omit<Question, 'number'>[] = each.map(({ key }) => ({
    kind: 'view',
    text: 'Is this right?',
    about: key,
    options: [],
  }));
  for (let box = 1; box <= boxesOf(answers); box += 1) {
    const text = (answers[`question-${box}`] ?? '').trim();
    const kind = answers[`kind-${box}`] ?? '';
    const options = (answers[`options-${box}`] ?? '')
      .split('\n')
      .map((option) => option.trim())
      .filter((option) => option !== '');
    if (text === '') continue;
    if (text.length > longestText.question)
      errors[`question-${box}`] = `Question ${box} must be ${longestText.question} characters or fewer`;
    if (!isKind(kind)) errors[`kind-${box}`] = `Select how question ${box} is answered`;
    else if (kind === 'choice' && options.length < 2)
      errors[`options-${box}`] =
        `Enter at least two answers to choose from for question ${box}, one in each line`;
    else questions.push({ kind, text, about: undefined, options: kind === 'choice' ? options : [] });
  }
  if (questions.length === 0 && Object.keys(errors).length === 0)
    errors['question-1'] = 'Enter a question, or ask whether each passage is right';
  if (Object.keys(errors).length > 0) return refuse(errors);
  return ok(questions.map((question, index) => ({ ...question, number: index + 1 })));
}

function readDates(answers: Answers) {
  const read = readAnswers(datesForm, answers, dateNames);
  if (!read.ok) return read;
  const { opens, opensTime, closes, closesTime, ...rest } = read.value;
  return ok({
    ...rest,
    opensAt: opens === undefined ? undefined : momentTyped(opens, opensTime),
    closesAt: momentTyped(closes, closesTime),
  });
}

export function explainOpening(refusal: OpenRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'nothing-asked':
      return { form: 'Enter at least one question before it is opened' };
    case 'choice-without-options':
      return { form: 'Give each question with a choice at least two answers' };
    case 'opens-in-the-past':
      return { form: 'It must not open before now. Leave the opening empty to open it at once' };
    case 'closes-before-it-opens':
      return { form: 'It must close after it opens' };
    case 'results-before-it-closes':
      return { form: 'The day by which results are promised must not be before it closes' };
    case 'forgotten-before-the-results':
      return { form: 'The answers must be kept at least until the results are promised' };
    case 'draft-gone':
      return { form: 'This draft was opened or thrown away already. Look among your consultations' };
    case 'draft-changed':
      return {
        form: 'Another officer changed this draft since you opened this page. Look it over again: nothing was opened',
      };
    default:
      return never(refusal);
  }
}
