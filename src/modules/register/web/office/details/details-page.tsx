import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Heading,
  Prose,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, officePage } from '#platform/web';
import { contactQuestions, type DetailsRead, longest } from './details-form.ts';

export function detailsPage(actor: Actor, answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  return officePage(actor, [], {
    title: 'Edit your body’s details',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          These details are public. What stood before stays readable as what was true until then. Leave empty
          what should not be shown.
        </Text>
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? ''} />
          <Heading size="m">How to reach it</Heading>
          <TextField
            name="homepage"
            label="Homepage"
            hint="The full address, beginning with https://"
            inputmode="url"
            spellcheck={false}
            {...field}
          />
          <TextareaField name="address" label="Address" rows={4} {...field} />
          <TextField
            name="email"
            label="E-mail address"
            hint="An office’s address, never a person’s."
            type="email"
            inputmode="email"
            spellcheck={false}
            {...field}
          />
          <TextField name="phone" label="Telephone number" type="tel" width={20} {...field} />
          <Heading size="m">What it is</Heading>
          <TextareaField
            name="description"
            label="Description"
            hint="What your body is and does, in a few plain sentences."
            maxLength={longest.description}
            {...field}
          />
          <Heading size="m">Since when, and how it is known</Heading>
          <DateField
            name="from"
            legend="First day these details are true"
            hint="For example, 27 3 2011. Before that day the earlier details are shown."
            {...field}
          />
          <TextField
            name="source"
            label="Where they are known from"
            hint="A page, a paper or a notice, so that a reader can check."
            {...field}
          />
          <TextareaField name="reason" label="Reason for the change (optional)" rows={3} {...field} />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkDetailsPage = (actor: Actor, read: DetailsRead, answers: Answers) =>
  officePage(actor, [{ text: 'Edit your body’s details', href: `/bodies/${actor.bodyId}/details` }], {
    title: 'Check the details before they are published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish these details"
          answers={answers}
          rows={[
            ...contactQuestions.map(({ name, label }) => [label, read.contact[name]] as const),
            ['True from', formatDate(read.from)],
            ['Known from', read.source],
            ['Reason', read.reason],
          ]}
        >
          <Text>Publishing adds an entry to the public record in the name of your office.</Text>
        </CheckAnswers>
      </Prose>
    ),
  });
