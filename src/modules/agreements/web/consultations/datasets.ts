import type { Dataset } from '#platform/http';
import { londonDate } from '#platform/kernel';
import { inWords, noPlace, wholeResponse } from '../../domain/consultation/analysis.ts';
import { choicesOf, responseName } from '../../domain/consultation/consultation.ts';
import { unanswered } from '../../domain/consultation/standing.ts';
import type { ConsultationAt } from '../../queries/consultations/consultation-at.ts';
import type { ResultsShown } from '../../queries/consultations/results-shown.ts';

const source = 'Accord, the public record of consultations';

/** The list of consultations as a file. */
export const consultationsDataset = (shown: readonly ConsultationAt[]): Dataset => ({
  name: 'consultations',
  columns: [
    { key: 'id', title: 'Id' },
    { key: 'title', title: 'Title' },
    { key: 'body', title: 'Body' },
    { key: 'standing', title: 'Where it stands' },
    { key: 'opened', title: 'Opened' },
    { key: 'closes', title: 'Closes' },
    { key: 'resultsBy', title: 'Results promised by' },
    { key: 'responses', title: 'Responses' },
    { key: 'organisations', title: 'Organisations' },
    { key: 'illustrative', title: 'Illustrative' },
  ],
  rows: shown.map(({ consultation, standing, result }) => ({
    id: consultation.id,
    title: consultation.title,
    body: consultation.bodyId,
    standing: standing.standing,
    opened: consultation.opensAt === undefined ? null : londonDate(consultation.opensAt),
    closes: londonDate(standing.standing === 'open' ? standing.closesAt : consultation.closesAt),
    resultsBy: consultation.resultsBy ?? null,
    responses: result?.tally.responses ?? null,
    organisations: result?.tally.organisations ?? null,
    illustrative: consultation.isIllustrative,
  })),
  source,
});

/** The counts of one consultation as a file: no count where too few answered to be told apart. */
export function countsDataset({ consultation, counts }: ResultsShown): Dataset {
  const questions = new Map(consultation.questions.map((question) => [question.number, question]));
  return {
    name: `consultation-counts-${consultation.id}`,
    columns: countColumns,
    rows: counts.map(({ question, kind, place, choice, count }) => {
      const asked = questions.get(question);
      const words = asked === undefined ? undefined : new Map(choicesOf(asked)).get(choice);
      return {
        question,
        asked: asked?.text ?? 'The response as a whole',
        about: asked?.about ?? null,
        respondents: kind,
        place: place === '' ? 'all' : place,
        choice,
        words: words ?? (choice === inWords ? 'Said in words' : 'Responses'),
        count: count ?? null,
      };
    }),
    source,
  };
}

const countColumns = [
  { key: 'question', title: 'Question' },
  { key: 'asked', title: 'What was asked' },
  { key: 'about', title: 'About' },
  { key: 'respondents', title: 'Respondents' },
  { key: 'place', title: 'Place' },
  { key: 'choice', title: 'Answer' },
  { key: 'words', title: 'Answer in words' },
  { key: 'count', title: 'How many' },
];

const columnsSay: Readonly<Record<string, string>> = {
  question: `The number of the question; 0 is the response as a whole`,
  respondents: 'resident or organisation; the two are never added up here',
  place: `The district given; “all” for every place, “${noPlace}” where none was given`,
  choice: `The answer chosen; “${wholeResponse}” counts responses, “${inWords}” those who also answered in words`,
  count: 'Empty where so few residents of a place answered that they could be told apart',
};

/** What the columns of the counts hold, as a Table Schema (Frictionless Data) for whoever takes the CSV away. */
export const countsSchema = {
  fields: countColumns.map(({ key, title }) => ({
    name: title,
    type: key === 'question' || key === 'count' ? 'integer' : 'string',
    ...(columnsSay[key] === undefined ? {} : { description: columnsSay[key] }),
    constraints: { required: key !== 'count' && key !== 'about' },
  })),
  missingValues: [''],
  primaryKey: ['Question', 'Respondents', 'Place', 'Answer'],
};

/** The responses that were counted as a file: organisations named where let, residents never; with their texts where let be read. */
export function responsesDataset({ consultation, respondents, texts, points }: ResultsShown): Dataset {
  const open = new Set(
    unanswered(
      respondents.map(({ number }) => number),
      points,
    ),
  );
  return {
    name: `consultation-responses-${consultation.id}`,
    columns: [
      { key: 'response', title: 'Response' },
      { key: 'respondent', title: 'Respondent' },
      { key: 'organisation', title: 'Organisation' },
      { key: 'whyNotNamed', title: 'Why it is not named, or not in full' },
      { key: 'came', title: 'How it came' },
      { key: 'answered', title: 'Told what became of it' },
      { key: 'question', title: 'Question' },
      { key: 'outcome', title: 'Its words' },
      { key: 'says', title: 'In its words' },
      { key: 'reason', title: 'Why parts are not published' },
    ],
    rows: respondents.flatMap((respondent) => {
      const common = {
        response: responseName(respondent.number),
        respondent: respondent.kind,
        organisation: respondent.organisation ?? null,
        whyNotNamed: respondent.whyNotNamed ?? null,
        came: respondent.cameBy,
        answered: !open.has(respondent.number),
      };
      const own = texts
        .filter(({ response }) => response === respondent.number)
        .map(({ question, outcome, says = null, reason }) => ({
          question,
          outcome,
          says,
          reason: reason === '' ? null : reason,
        }));
      const none = { question: null, outcome: null, says: null, reason: null };
      return (own.length === 0 ? [none] : own).map((text) => ({ ...common, ...text }));
    }),
    source,
  };
}
