import { groupBy } from '#platform/kernel';
import { choicesOf, type Question } from './consultation.ts';
import { organisationKey, type RespondentKind, respondentKinds } from './sheet.ts';
import { hiddenRows } from './suppress.ts';

/** A response as it is counted. */
export type Counted = Readonly<{
  number: number;
  kind: RespondentKind;
  organisation: string | undefined;
  placeId: string | undefined;
  cameBy: 'online' | 'paper';
  /** A hash of all it says: equal for two that say the same. */
  contentHash: string;
  answers: readonly Readonly<{ question: number; choice: string | undefined; hasWords: boolean }>[];
}>;

/** How many responses there are, told in the ways that must come to the same. Undefined: not recorded. */
export type Tally = Readonly<{
  responses: number;
  online: number | undefined;
  paper: number | undefined;
  byOrganisation: number | undefined;
  /** How many different organisations those are from. */
  organisations: number | undefined;
  byResident: number | undefined;
  /** Responses that say word for word what an earlier one says. They are counted all the same. */
  alike: number | undefined;
}>;

/** One count. `question` 0 is the response as a whole; `place` '' every place; undefined count: too few to be told apart. */
export type Count = Readonly<{
  question: number;
  kind: RespondentKind;
  place: string;
  choice: string;
  count: number | undefined;
}>;

/** What is counted of a whole response and of what is said in words. */
export const wholeResponse = 'responses';
export const inWords = 'in-words';
/** The place of those who gave none. */
export const noPlace = 'not-given';

export function tallyOf(counted: readonly Counted[]): Tally {
  const of = (test: (response: Counted) => boolean) => counted.filter(test).length;
  const names = counted.flatMap(({ organisation }) =>
    organisation === undefined ? [] : organisationKey(organisation),
  );
  // Who ticks the same boxes says nothing alike: only what is said in words can be a copy.
  const inWordsOf = counted.filter(({ answers }) => answers.some(({ hasWords }) => hasWords));
  return {
    responses: counted.length,
    online: of(({ cameBy }) => cameBy === 'online'),
    paper: of(({ cameBy }) => cameBy === 'paper'),
    byOrganisation: of(({ kind }) => kind === 'organisation'),
    organisations: new Set(names).size,
    byResident: of(({ kind }) => kind === 'resident'),
    alike: inWordsOf.length - new Set(inWordsOf.map(({ contentHash }) => contentHash)).size,
  };
}

/** Whether the ways of telling it come to the same: online and paper, organisations and residents. Unknown parts pass. */
export function reconciles({
  responses,
  online,
  paper,
  byOrganisation,
  byResident,
  organisations,
}: Tally): boolean {
  const comesTo = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined || a + b === responses;
  return comesTo(online, paper) && comesTo(byOrganisation, byResident) && (organisations ?? 0) <= responses;
}

/**
 * Every count that is published: responses and each question’s answers, organisations and residents apart, and by place.
 * Residents of a place are hidden where one of their counts is above nought and below `suppressUnder`; and so is what residents
 * everywhere chose, with every place of it, though not how many there are.
 */
export function countsOf(
  counted: readonly Counted[],
  questions: readonly Question[],
  suppressUnder: number,
): readonly Count[] {
  const kinds = Object.keys(respondentKinds) as readonly RespondentKind[];
  const asked = [
    { question: 0, choices: [wholeResponse] },
    ...questions.map((question) => ({
      question: question.number,
      choices: [...choicesOf(question).map(([value]) => value), inWords],
    })),
  ];
  return kinds.flatMap((kind) => {
    const of = counted.filter((response) => response.kind === kind);
    const places = groupBy(of, ({ placeId }) => placeId ?? noPlace);
    const listed = [...places].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const hides = (rows: readonly (readonly number[])[]) =>
      kind === 'resident' ? hiddenRows(rows, suppressUnder) : rows.map(() => false);
    // Where nobody may know how many answered at all, the answers to a question would tell.
    const unseen = hides(listed.map(([, responses]) => [responses.length]));
    return asked.flatMap(({ question, choices }) => {
      const row = (responses: readonly Counted[]) =>
        choices.map((choice) => countChoice(responses, question, choice));
      const rows = listed.map(([, responses]) => row(responses));
      const whole = row(of);
      const isFew =
        kind === 'resident' &&
        whole.some((count, index) => isChosen(choices[index]) && isSmall(count, suppressUnder));
      const hidden = hides(rows).map((isHidden, index) => isFew || isHidden || unseen[index] === true);
      const counts = (
        place: string,
        numbers: readonly number[],
        isHidden: (choice: string) => boolean,
      ): readonly Count[] =>
        choices.map((choice, index) => ({
          question,
          kind,
          place,
          choice,
          count: isHidden(choice) ? undefined : (numbers[index] ?? 0),
        }));
      return [
        ...counts('', whole, (choice) => isFew && isChosen(choice)),
        ...listed.flatMap(([place], index) => counts(place, rows[index] ?? [], () => hidden[index] === true)),
      ];
    });
  });
}

/** What tells how somebody answered: not that they did, nor that they wrote anything. */
const isChosen = (choice: string | undefined): boolean => choice !== wholeResponse && choice !== inWords;

const isSmall = (count: number, under: number): boolean => count > 0 && count < under;

function countChoice(responses: readonly Counted[], question: number, choice: string): number {
  if (choice === wholeResponse) return responses.length;
  return responses.filter(({ answers }) =>
    answers.some(
      (answer) =>
        answer.question === question && (choice === inWords ? answer.hasWords : answer.choice === choice),
    ),
  ).length;
}
