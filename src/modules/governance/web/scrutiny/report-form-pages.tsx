import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import {
  Bullets,
  Button,
  CheckboxesField,
  DateField,
  Fieldset,
  Form,
  FormErrorSummary,
  Prose,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, officePage, step } from '#platform/web';
import type { NewReport } from '../../domain/scrutiny/new-report.ts';
import { topicIds, topics } from '../../domain/topics.ts';
import { boxesOf, type Committees, mostRecommendations } from './report-form.ts';

export const listStep = ({ bodyId }: Pick<Actor, 'bodyId'>) => ({
  text: 'Scrutiny’s recommendations',
  href: `/office/${bodyId}/recommendations`,
});

/** The value of the button that shows one box more. */
export const oneMore = 'more';

export function newReportPage(actor: Actor, committees: Committees, answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  const boxes = boxesOf(answers);
  return officePage(actor, [listStep(actor)], {
    title: 'Record what a committee recommended',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <input type="hidden" name="boxes" value={String(boxes)} />
          <TextField
            name="title"
            label="Title"
            hint="For example, Mid Kent Improvement Partnership."
            {...field}
          />
          <SelectField
            name="committeeId"
            label="Committee"
            hint="Conditions that slip come before this committee by themselves."
            options={[
              {
                value: '',
                text: committees.length === 0 ? 'None is set up yet' : 'Select, or name it below',
              },
              ...committees.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            {...field}
          />
          <TextField
            name="committee"
            label="Name of the committee, where it is not on the list (optional)"
            hint="For a committee of the past. Nothing can come before it by itself."
            {...field}
          />
          <DateField name="madeOn" legend="When was it made?" hint="For example, 1 7 2008." {...field} />
          <TextField name="addressedTo" label="To whom?" hint="For example, the Cabinet." {...field} />
          <DateField
            name="receivedOn"
            legend="When did the executive receive it in writing? (optional)"
            hint="Its time to answer runs from this day. Leave empty where no source says."
            {...field}
          />
          {Array.from({ length: boxes }, (_, index) => (
            <Fieldset
              legend={{ children: `Recommendation ${index + 1}`, class: 'govuk-fieldset__legend--m' }}
            >
              <TextareaField name={`text-${index + 1}`} label="What is recommended?" rows={4} {...field} />
              <TextareaField
                name={`conditions-${index + 1}`}
                label="Conditions (optional)"
                hint="One on each line. What is watched, and by when, is said after publishing."
                rows={3}
                {...field}
              />
            </Fieldset>
          ))}
          {boxes < mostRecommendations && (
            <Button name={step.name} value={oneMore} variant="secondary">
              Add another recommendation
            </Button>
          )}
          <CheckboxesField
            name="topics"
            legend="Topics (optional)"
            options={topicIds.map((topic) => ({ name: `topic-${topic}`, text: topics[topic] }))}
            {...field}
          />
          <TextField
            name="source"
            label="Where is it written?"
            hint="For example, Minutes of 1 July 2008, minute 14."
            {...field}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkReportPage = (actor: Actor, read: NewReport, answers: Answers) =>
  officePage(actor, [listStep(actor)], {
    title: 'Check the recommendations before they are published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish these recommendations"
          answers={answers}
          rows={[
            ['Title', read.title],
            ['Committee', read.committee],
            ['Made on', formatDate(read.madeOn, { weekday: 'long' })],
            ['To', read.addressedTo],
            [
              'Received by the executive',
              read.receivedOn === undefined ? '' : formatDate(read.receivedOn, { weekday: 'long' }),
            ],
            ...read.recommendations.map(
              ({ number, text, conditions }) =>
                [
                  `Recommendation ${number}`,
                  <>
                    {text}
                    {conditions.length > 0 && <Bullets items={conditions.map((each) => each.text)} />}
                  </>,
                ] as const,
            ),
            ['Topics', read.topics.map((topic) => topics[topic as keyof typeof topics]).join(', ')],
            ['Source', read.source],
          ]}
        >
          <Text>
            Published recommendations are never edited. What becomes of them is added, with its date.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });
