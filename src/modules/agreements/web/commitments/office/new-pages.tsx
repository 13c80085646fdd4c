import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import {
  Button,
  CheckboxesField,
  DateField,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, officePage } from '#platform/web';
import { isTopic, topicIds, topics } from '#modules/governance';
import type { CommitmentGiven } from '../../../actions/commitments/record-commitment.ts';
import { type Collection, measures } from '../../../domain/commitment/commitment.ts';
import { listStep } from './fact-page.tsx';

export function newPage(
  actor: Actor,
  collections: readonly Collection[],
  answers: Answers,
  errors: FieldErrors,
) {
  const field = { answers, errors };
  const kept = collections.filter(({ keptBy, id }) => keptBy === actor.bodyId && id !== actor.bodyId);
  return officePage(actor, [listStep(actor)], {
    title: 'Record a commitment',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <TextareaField
            name="promise"
            label="What was promised?"
            hint="In your own plain words, in one sentence where you can."
            rows={3}
            {...field}
          />
          <SelectField
            name="collectionId"
            label="Where does it belong?"
            options={[
              { value: actor.bodyId, text: 'Your body’s own register' },
              ...kept.map(({ id, title }) => ({ value: id, text: title })),
            ]}
            {...field}
          />
          <TextField name="document" label="In which document does it stand?" {...field} />
          <TextField name="cites" label="In which part or paragraph?" {...field} />
          <DateField name="from" legend="When was it promised?" hint="For example, 1 12 2010." {...field} />
          <RadiosField
            name="measure"
            legend="How can it be told whether it was kept?"
            options={Object.entries(measures).map(([value, text]) => ({ value, text }))}
            {...field}
          />
          <TextareaField
            name="measuredBy"
            label="By which figure, date or event? Or why not?"
            hint="Be honest: most promises in plans cannot be measured as they are written."
            rows={2}
            {...field}
          />
          <CheckboxesField
            name="topics"
            legend="Topics (optional)"
            options={topicIds.map((topic) => ({ name: `topic-${topic}`, text: topics[topic] }))}
            {...field}
          />
          <TextareaField name="note" label="Is there anything to add? (optional)" rows={2} {...field} />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkNewPage = (actor: Actor, read: CommitmentGiven, answers: Answers) =>
  officePage(actor, [listStep(actor)], {
    title: 'Check the commitment before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this commitment"
          answers={answers}
          rows={[
            ['Promise', read.promise],
            ['Document', read.source.document],
            ['Part', read.source.cites],
            ['Promised on', formatDate(read.from, { weekday: 'long' })],
            ['Measurable', measures[read.measure]],
            ['By what, or why not', read.measuredBy],
            ['Topics', read.topics.map((topic) => (isTopic(topic) ? topics[topic] : topic)).join(', ')],
            ['Note', read.note],
          ]}
        >
          <Text>
            A published commitment is never edited. It stands at “no evidence held” until somebody adds
            evidence.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });
