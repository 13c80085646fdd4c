import { formatCount } from '#platform/kernel';
import { BarChart, DataTable, Heading, Text } from '#platform/ui';
import { type Count, inWords, noPlace, wholeResponse } from '../../domain/consultation/analysis.ts';
import { choicesOf, type Question } from '../../domain/consultation/consultation.ts';
import type { ResultsShown } from '../../queries/consultations/results-shown.ts';
import { type NameOf, sayQuestion } from './consultation-page.tsx';

type Shown = Readonly<{ shown: ResultsShown }>;
const groups = [
  { kind: 'organisation', title: 'Organisations' },
  { kind: 'resident', title: 'Residents' },
] as const;

/** The places that anybody who answered named, in their order. */
const placesIn = (counts: readonly Count[]): readonly string[] => [
  ...new Set(counts.filter(({ place }) => place !== '').map(({ place }) => place)),
];

/** How many responses came from each place, organisations and residents apart. */
export function ByPlace({ shown: { counts }, names }: Shown & Readonly<{ names: NameOf }>) {
  const whole = counts.filter(({ choice }) => choice === wholeResponse);
  const of = (place: string, kind: Count['kind']) => {
    const found = whole.find((count) => count.place === place && count.kind === kind);
    return found === undefined ? '0' : sayCount(found.count);
  };
  const nameOf = (place: string) =>
    place === '' ? 'All' : place === noPlace ? 'No place given' : names.place(place);
  return (
    <DataTable
      caption="Responses by place"
      rows={[...placesIn(whole), '']}
      columns={[
        { title: 'Place', cell: nameOf },
        ...groups.map(({ kind, title }) => ({
          title,
          numeric: true,
          cell: (place: string) => of(place, kind),
        })),
      ]}
      empty="Nobody answered."
    />
  );
}

const sayCount = (count: number | undefined): string =>
  count === undefined ? 'too few to show' : formatCount(count);

/** What was answered to one question: a chart for organisations, another for residents, each with its table. */
export function QuestionCounts({ shown, question }: Shown & Readonly<{ question: Question }>) {
  const { consultation, counts } = shown;
  const own = counts.filter((count) => count.question === question.number && count.place === '');
  const choices = choicesOf(question);
  const countOf = (kind: Count['kind'], choice: string) =>
    own.find((count) => count.kind === kind && count.choice === choice)?.count ?? 0;
  const isHidden = (kind: Count['kind']) =>
    own.some((count) => count.kind === kind && count.count === undefined);
  return (
    <>
      <Heading level={3}>{`${question.number}. ${sayQuestion(question, consultation.passages)}`}</Heading>
      {choices.length > 0 &&
        groups.map(({ kind, title }) =>
          isHidden(kind) ? (
            <Text>{`${title}: one of the answers was given by too few to show how many gave each.`}</Text>
          ) : (
            <BarChart
              id={`question-${question.number}-${kind}`}
              title={`Question ${question.number}: ${title.toLowerCase()}`}
              description={sayMost(
                title,
                choices.map(([choice, label]) => [label, countOf(kind, choice)] as const),
              )}
              labelTitle="Answer"
              valueTitle={title}
              format={(value) => formatCount(value)}
              bars={choices.map(([choice, label]) => ({ label, value: countOf(kind, choice) }))}
            />
          ),
        )}
      <Text>
        {groups
          .map(({ kind, title }) => `${formatCount(countOf(kind, inWords))} ${title.toLowerCase()}`)
          .join(' and ')}{' '}
        answered in words.
      </Text>
    </>
  );
}

/** What was answered most, in a sentence. */
function sayMost(title: string, counts: readonly (readonly [label: string, count: number])[]): string {
  const [most] = counts.toSorted(([, a], [, b]) => b - a);
  return most === undefined || most[1] === 0
    ? `${title}: nobody chose an answer.`
    : `${title}: most often “${most[0]}”, ${formatCount(most[1])}.`;
}
