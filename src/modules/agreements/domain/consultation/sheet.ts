import { normaliseTyped, ok, refuse, type Result } from '#platform/kernel';
import { choicesOf, type Question } from './consultation.ts';

export const respondentKinds = { resident: 'For myself', organisation: 'For an organisation' } as const;
export type RespondentKind = keyof typeof respondentKinds;

/** How long a text may be, in characters: more than anybody writes into a box, and less than a file pasted into one. */
export const longest = { says: 4000, organisation: 200 } as const;

/** An answer to one question: what was chosen, what was said. */
export type Answered = Readonly<{ question: number; choice: string | undefined; says: string }>;

/** What somebody answers, on one sheet. The least that is asked of them: for whom, and a place if they like. */
export type Sheet = Readonly<{
  kind: RespondentKind;
  /** Named and listed; undefined for a resident, who never is. */
  organisation: string | undefined;
  /** A district, or undefined where none is given. */
  placeId: string | undefined;
  answers: readonly Answered[];
}>;

export type SheetRefusal =
  | 'other-consultation'
  | 'nothing-answered'
  | 'organisation-not-named'
  | 'no-such-choice'
  | 'no-such-place'
  | 'too-long';

/**
 * Holds a sheet against the questions it answers: each must be one of this consultation’s, each choice one that was offered,
 * and something must be answered. Answers that say nothing are left out.
 */
export function acceptSheet(
  { questions, placeIds }: Readonly<{ questions: readonly Question[]; placeIds: ReadonlySet<string> }>,
  given: Sheet,
): Result<Sheet, SheetRefusal> {
  const asked = new Map(questions.map((question) => [question.number, question]));
  const isChoice = (question: Question, choice: string) =>
    choicesOf(question).some(([value]) => value === choice);
  for (const { question: number, choice, says } of given.answers) {
    const question = asked.get(number);
    if (question === undefined) return refuse('other-consultation');
    if (choice !== undefined && !isChoice(question, choice)) return refuse('no-such-choice');
    if (says.length > longest.says) return refuse('too-long');
  }
  if (new Set(given.answers.map(({ question }) => question)).size < given.answers.length)
    return refuse('other-consultation');
  const answers = given.answers
    .filter(({ choice, says }) => choice !== undefined || says !== '')
    .toSorted((a, b) => a.question - b.question);
  if (answers.length === 0) return refuse('nothing-answered');
  if (given.placeId !== undefined && !placeIds.has(given.placeId)) return refuse('no-such-place');
  if (given.kind === 'resident') return ok({ ...given, organisation: undefined, answers });
  const organisation = normaliseTyped(given.organisation ?? '');
  if (organisation === '') return refuse('organisation-not-named');
  return organisation.length > longest.organisation
    ? refuse('too-long')
    : ok({ ...given, organisation, answers });
}

/** Everything a sheet says as one text, so that two that say the same can be told: whitespace and case do not count. */
export function sameWords({ kind, organisation = '', answers }: Sheet): string {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return JSON.stringify([
    kind,
    plain(organisation),
    answers.map(({ question, choice = '', says }) => [question, choice, plain(says)]),
  ]);
}

/** How the name of an organisation is counted: written differently it is still one. */
export const organisationKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
