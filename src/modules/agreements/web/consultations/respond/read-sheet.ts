import type { Answers, FieldErrors } from '#platform/http';
import { never, normaliseTypedPassage, ok, refuse, type Result } from '#platform/kernel';
import type { KeepAnswerRefusal } from '../../../actions/consultations/keep-answer.ts';
import type { SendRefusal } from '../../../actions/consultations/send-answer.ts';
import { choicesOf, type Consultation, type Question } from '../../../domain/consultation/consultation.ts';
import {
  type Answered,
  longest,
  type RespondentKind,
  respondentKinds,
  type Sheet,
} from '../../../domain/consultation/sheet.ts';

/** What the answers of a sheet are called in its form. */
export const fieldOf = ({ number }: Pick<Question, 'number'>) =>
  ({ choice: `choice-${number}`, says: `says-${number}` }) as const;

/** The field that nobody sees and nobody fills in, but a program that fills in every field. */
export const trap = 'website';
export const opened = 'opened';
/** Names the consultation a form was made for, so that it cannot answer another. */
export const asked = 'consultation';

const ofTheSheet = /^(?:kind|organisation|place|(?:choice|says)-\d+)$/;

/** The answers that make up the sheet, without what the form has of its own: what is saved to go on with later. */
export const sheetAnswers = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => ofTheSheet.test(name) && value !== ''),
  );

const isKind = (text: string): text is RespondentKind => Object.hasOwn(respondentKinds, text);
export const otherForm =
  'This form belongs to another consultation, so nothing was sent. Open the consultation again and answer there';

/** Everything that is wrong with a sheet at once; where nothing is, the sheet. */
export function readSheet(
  answers: Answers,
  { id, questions }: Pick<Consultation, 'id' | 'questions'>,
): Result<Sheet, FieldErrors> {
  const errors: Record<string, string> = {};
  const known: ReadonlySet<string> = new Set(
    questions.flatMap((question) => Object.values(fieldOf(question))),
  );
  const foreign = Object.keys(answers).some((name) => /^(?:choice|says)-/.test(name) && !known.has(name));
  if (foreign || (answers[asked] ?? id) !== id) return refuse({ form: otherForm });

  const kind = answers['kind'] ?? '';
  if (!isKind(kind)) errors['kind'] = 'Select whether you answer for yourself or for an organisation';
  const organisation = (answers['organisation'] ?? '').trim();
  if (kind === 'organisation' && organisation === '')
    errors['organisation'] = 'Enter the name of the organisation';
  if (organisation.length > longest.organisation)
    errors['organisation'] =
      `The name of the organisation must be ${longest.organisation} characters or fewer`;

  const given = questions.map((question): Answered => {
    const field = fieldOf(question);
    const says = normaliseTypedPassage(answers[field.says] ?? '');
    if (says.length > longest.says)
      errors[field.says] =
        `What you say on question ${question.number} must be ${longest.says} characters or fewer`;
    const choice = answers[field.choice] ?? '';
    if (choice !== '' && !choicesOf(question).some(([value]) => value === choice))
      errors[field.choice] = `Select one of the answers to question ${question.number}`;
    return { question: question.number, choice: choice === '' ? undefined : choice, says };
  });
  if (given.every(({ choice, says }) => choice === undefined && says === '')) {
    const [first] = questions;
    if (first !== undefined)
      errors[first.kind === 'text' ? fieldOf(first).says : fieldOf(first).choice] =
        'Answer at least one question';
  }
  if (Object.keys(errors).length > 0 || !isKind(kind)) return refuse(errors);
  const placeId = answers['place'] ?? '';
  return ok({
    kind,
    organisation: kind === 'organisation' ? organisation : undefined,
    placeId: placeId === '' ? undefined : placeId,
    answers: given,
  });
}

export type SheetWrong = Exclude<SendRefusal | KeepAnswerRefusal, 'no-such-consultation'>;

/** What a sheet can be refused for, whatever is on it, in a sentence that says what to do. */
export function explainSheet(refusal: SheetWrong, closedAt: string): FieldErrors {
  switch (refusal) {
    case 'closed':
      return {
        form: `The consultation closed at ${closedAt}, so your answer was not taken. Write to the office named on its page if something kept you`,
      };
    case 'not-open-yet':
      return { form: 'The consultation is not open yet. Its page says when it opens' };
    case 'other-consultation':
      return { form: otherForm };
    case 'no-such-choice':
      return {
        form: 'One of the answers is not among those that can be chosen. Look through them and send again',
      };
    case 'nothing-answered':
      return { form: 'Answer at least one question' };
    case 'organisation-not-named':
      return { organisation: 'Enter the name of the organisation' };
    case 'no-such-place':
      return { place: 'Select a place from the list, or none' };
    case 'too-long':
      return { form: 'The answers are longer than a form may be. Shorten them; nothing was kept yet' };
    case 'link-ended':
      return {
        form: 'What was saved under this link is no longer kept. Send your answers from here, or save them anew',
      };
    case 'sent-already':
      return { form: 'Your answer was sent already. It cannot be changed any more' };
    case 'already-submitted':
      return {
        form: 'This form was sent before with other answers, and those count. To answer once more, open the consultation again',
      };
    default:
      return never(refusal);
  }
}
