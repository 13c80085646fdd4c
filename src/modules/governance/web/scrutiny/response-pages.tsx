import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate } from '#platform/kernel';
import {
  Button,
  DateField,
  Fieldset,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, officePage } from '#platform/web';
import { reportPath } from '../../domain/scrutiny/report.ts';
import { type ResponseOutcome, responseOutcomes, responseTo } from '../../domain/scrutiny/response.ts';
import type { ReportAt } from '../../queries/recommendations.ts';
import type { AgreeingClause } from '../../queries/scrutiny-choices.ts';
import { clauseValue, type ResponseRead } from './response-form.ts';
import { sayDue } from './words.ts';

export type Answering = Readonly<{
  actor: Actor;
  found: ReportAt;
  clauses: readonly AgreeingClause[];
  today: IsoDate;
}>;

const reportStep = ({ report }: ReportAt) => ({ text: report.title, href: reportPath(report) });
const outcomes = Object.keys(responseOutcomes) as readonly ResponseOutcome[];

export function responsePage(
  { actor, found, clauses, today }: Answering,
  answers: Answers,
  errors: FieldErrors,
  isStale = false,
) {
  const field = { answers, errors };
  const { report, responses } = found;
  return officePage(actor, [reportStep(found)], {
    title: 'Give the executive’s answer',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {isStale && (
          <InsetText>
            Another officer gave an answer while you were writing yours. What stands now is shown beside each
            recommendation. Nothing of yours was published, and your answers are kept below: send them again
            if they should take the place of what stands.
          </InsetText>
        )}
        <Text>{`${report.committee} asked for an answer by: ${sayDue(found.due).says}.`}</Text>
        <Form>
          <input type="hidden" name="seen" value={String(responses.length)} />
          {report.recommendations.map(({ number, text }, index) => {
            const stands = responseTo(number, responses, today);
            return (
              <Fieldset legend={{ children: `Recommendation ${number}`, class: 'govuk-fieldset__legend--m' }}>
                <Text>{text}</Text>
                {stands !== undefined && (
                  <Text>{`What stands now: ${responseOutcomes[stands.outcome].toLowerCase()} on ${formatDate(stands.on)}. ${stands.reasons}`}</Text>
                )}
                <RadiosField
                  name={`outcome-${index + 1}`}
                  legend="Does the executive accept it?"
                  options={[
                    ...outcomes.map((outcome) => ({ value: outcome, text: responseOutcomes[outcome] })),
                    { value: 'none', text: 'No answer to this one today' },
                  ]}
                  {...field}
                />
                <TextareaField
                  name={`reasons-${index + 1}`}
                  label="Reasons"
                  hint="Needed where it is accepted in part or not at all."
                  rows={3}
                  {...field}
                />
              </Fieldset>
            );
          })}
          <DateField name="on" legend="On which day was the answer given?" {...field} />
          <SelectField
            name="decision"
            label="Which decision agreed it? (optional)"
            hint="Clauses that agree a scrutiny reference, since the report was made."
            options={[
              { value: '', text: 'None is named' },
              ...clauses.map((clause) => ({
                value: clauseValue(clause),
                text: `${formatDate(clause.takenOn)}, ${clause.decisionMaker}, clause ${clause.clause}: ${clause.title}`,
              })),
            ]}
            {...field}
          />
          <TextField name="source" label="Where is the answer written?" {...field} />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkResponsePage = (
  { actor, found, clauses }: Answering,
  read: ResponseRead,
  answers: Answers,
) =>
  officePage(actor, [reportStep(found)], {
    title: 'Check the answer before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this answer"
          answers={answers}
          rows={[
            ...read.answers.map(
              ({ recommendation, outcome, reasons }) =>
                [
                  `Recommendation ${recommendation}`,
                  `${responseOutcomes[outcome]}${reasons === '' ? '' : `: ${reasons}`}`,
                ] as const,
            ),
            ['On', formatDate(read.on, { weekday: 'long' })],
            [
              'Decision',
              clauses.find(
                ({ decisionId, clause }) =>
                  decisionId === read.decision?.id && clause === read.decision.clause,
              )?.title ?? '',
            ],
            ['Source', read.source],
          ]}
        >
          <Text>
            From the day of the answer the conditions of every recommendation that is accepted are watched.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });
