import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, never, ok, type Result, roles } from '#platform/kernel';
import { Button, DateField, Form, FormErrorSummary, RadiosField, SelectField, TextField } from '#platform/ui';
import { z } from 'zod';
import type { AddOfficeRefusal } from '../../../actions/add-office.ts';
import type { NewOffice } from '../../../domain/office.ts';
import { explainCommon } from '../forms/explain-common.ts';
import { line, oneOf, optionalDay } from '../forms/fields.ts';
import { readAnswers } from '../forms/read-answers.ts';
import { CheckAnswers } from '../parts/check-answers.tsx';
import { officePage } from '../parts/office-page.ts';
import { Prose, Text } from '../parts/prose.tsx';
import { dayOr, officesPath, roleWords } from './office-words.ts';

const votes = { yes: true, no: false, unknown: undefined } as const;

const form = z.object({
  title: line('the title of the office', { most: 120 }),
  role: oneOf(['none', ...roles], 'Select what its holder may do in Accord'),
  voting: oneOf(['yes', 'no', 'unknown'], 'Select whether its holder votes'),
  from: optionalDay('the first day of the office'),
  until: optionalDay('the first day on which the office is gone'),
  source: line('where the office is known from', { most: 300 }),
});

export function readOffice(answers: Answers): Result<NewOffice, FieldErrors> {
  const read = readAnswers(form, answers, ['from', 'until']);
  if (!read.ok) return read;
  const { role, voting, ...office } = read.value;
  return ok({ ...office, role: role === 'none' ? undefined : role, voting: votes[voting] });
}

export function explainOffice(refusal: AddOfficeRefusal): FieldErrors {
  switch (refusal) {
    case 'title-missing':
      return { title: 'Enter the title of the office' };
    case 'title-too-long':
      return { title: 'The title of the office must be 120 characters or fewer' };
    case 'source-missing':
      return { source: 'Enter where the office is known from' };
    case 'ends-before-it-begins':
      return { until: 'The office must end after the day it begins' };
    case 'begins-before-the-body':
      return { from: 'The office must not begin before your body was founded' };
    case 'begins-after-the-body':
      return { from: 'The office must begin before your body ends' };
    case 'office-exists':
      return { title: 'An office of this title exists in those days. Enter another title, or other dates' };
    case 'signed-out':
    case 'wrong-role':
    case 'wrong-body':
    case 'no-such-body':
    case 'already-submitted':
      return explainCommon(refusal);
    default:
      return never(refusal);
  }
}

const list = (actor: Actor) => ({
  text: 'Offices and who holds them',
  href: officesPath(actor),
});

export function addOfficePage(actor: Actor, answers: Answers, errors: FieldErrors) {
  const field = { answers, errors };
  return officePage(actor, [list(actor)], {
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
  officePage(actor, [list(actor)], {
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
