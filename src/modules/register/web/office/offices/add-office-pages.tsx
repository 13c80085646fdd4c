import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, roles } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextField,
} from '#platform/ui';
import type { NewOffice } from '../../../domain/office.ts';
import { CheckAnswers, officePage } from '#platform/web';
import { dayOr, officesStep, roleWords } from './office-words.ts';

export function addOfficePage(actor: Actor, answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  return officePage(actor, [officesStep(actor)], {
    title: 'Add an office',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <TextField
            name="title"
            label="Title of the office"
            hint="For example, Monitoring Officer."
            {...field}
          />
          <SelectField
            name="role"
            label="What may its holder do in Accord?"
            hint="This decides what somebody who acts in this office may publish for your body."
            options={[
              { value: '', text: 'Select a role' },
              { value: 'none', text: 'Nothing: a seat only' },
              ...roles.map((role) => ({ value: role, text: roleWords[role] })),
            ]}
            {...field}
          />
          <RadiosField
            name="voting"
            legend="Does its holder vote in your body?"
            inline
            options={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
              { value: 'unknown', text: 'Not known' },
            ]}
            {...field}
          />
          <DateField
            name="from"
            legend="First day (optional)"
            hint="For example, 27 3 2011. Leave empty where it is not known."
            {...field}
          />
          <DateField
            name="until"
            legend="First day on which it is gone (optional)"
            hint="Leave empty where no end is known."
            {...field}
          />
          <TextField
            name="source"
            label="Where it is known from"
            hint="A page or a paper that a reader can check, like the constitution and its date."
            {...field}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkOfficePage = (actor: Actor, read: NewOffice, answers: Answers) =>
  officePage(actor, [officesStep(actor)], {
    title: 'Check the office before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this office"
          answers={answers}
          rows={[
            ['Title', read.title],
            ['May act in Accord as', read.role === undefined ? 'Nobody: a seat only' : roleWords[read.role]],
            ['Votes', read.voting === undefined ? 'Not known' : read.voting ? 'Yes' : 'No'],
            ['First day', dayOr(read.from, '')],
            ['First day on which it is gone', dayOr(read.until, '')],
            ['Known from', read.source],
          ]}
        >
          <Text>
            The address of the office is made from its title and never changes. Somebody can act in it once
            your administrator has given them the office.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });
