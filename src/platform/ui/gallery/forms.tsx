import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { TaskList } from '../components/task-list.tsx';
import { CheckboxesField } from '../forms/checkboxes-field.tsx';
import { DateField } from '../forms/date-field.tsx';
import { Form } from '../forms/form.tsx';
import { FormErrorSummary } from '../forms/form-error-summary.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { RadiosField } from '../forms/radios-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextareaField } from '../forms/textarea-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { TickField } from '../forms/tick-field.tsx';
import { Example, Section } from './section.tsx';

const answers = {
  notice: 'five',
  'from-day': '31',
  'from-month': '2',
  'from-year': '2009',
  regime: 'leader',
  amount: '50000',
  waives: 'yes',
};
const errors = {
  notice: 'Notice period must be a whole number of working days, such as 5',
  from: 'From must be a real date, such as 27 3 2009',
  reason: 'Say why the rule changes',
};

const body = [
  { text: 'Choose a body', value: '' },
  { text: 'Northmarsh Borough Council', value: 'northmarsh' },
];
const regimes = [
  { value: 'leader', text: 'Leader and cabinet' },
  { value: 'committee', text: 'Committee system', hint: 'Since the Localism Act 2011' },
];

export const Forms = (): VNode => (
  <Section title="Forms">
    <Example name="A form with errors, every answer kept">
      <FormErrorSummary errors={errors} />
      <Form action="#forms">
        <TextField
          name="notice"
          label="Notice period"
          hint="In working days"
          suffix="working days"
          width={5}
          answers={answers}
          errors={errors}
        />
        <DateField
          name="from"
          legend="In force from"
          hint="For example, 27 3 2009"
          answers={answers}
          errors={errors}
        />
        <TextareaField name="reason" label="Reason" maxLength={200} answers={answers} errors={errors} />
        <RadiosField name="regime" legend="Regime" options={regimes} answers={answers} errors={errors} />
        <CheckboxesField
          name="exceptions"
          legend="Exceptions"
          hint="Choose all that apply"
          options={[
            { name: 'waives', text: 'Call-in is waived' },
            { name: 'urgent', text: 'Urgent' },
          ]}
          answers={answers}
        />
        <TickField
          name="checked"
          legend="Before you publish"
          text="I have read the report"
          answers={answers}
        />
        <TextField
          name="amount"
          label="Threshold, in pounds"
          prefix="£"
          width={10}
          inputmode="decimal"
          answers={answers}
        />
        <SelectField name="body" label="Body" options={body} />
        <PasswordField name="password" label="Password" autocomplete="current-password" />
        <FileUpload id="minutes" name="minutes" label="Minutes" hint="A PDF of up to 10 MB" />
        <Button>Save and continue</Button>
      </Form>
    </Example>
    <Example name="Check your answers">
      <SummaryList
        rows={[
          {
            key: 'Notice period',
            value: '5 working days',
            actions: [{ children: 'Change', href: '#notice', visuallyHiddenText: 'notice period' }],
          },
          {
            key: 'In force from',
            value: '27 March 2009',
            actions: [{ children: 'Change', href: '#from', visuallyHiddenText: 'in force from' }],
          },
          { key: 'Set by', value: 'Full Council' },
        ]}
      />
      <SummaryList
        card={{ title: 'Call-in', headingLevel: 4, actions: [{ children: 'Correct', href: '#forms' }] }}
        rows={[
          { key: 'Window', value: '5 working days' },
          { key: 'Members needed', value: 'Not known: check locally' },
        ]}
      />
    </Example>
    <Example name="Task list">
      <TaskList
        items={[
          { title: 'Details of the body', href: '#forms', status: 'Completed' },
          {
            title: 'Rules for call-in',
            hint: 'Due by 16 July',
            href: '#forms',
            status: { tag: { children: 'Not started', colour: 'blue' } },
          },
          {
            title: 'Publish',
            status: { children: 'Cannot start yet', class: 'govuk-task-list__status--cannot-start-yet' },
          },
        ]}
      />
    </Example>
  </Section>
);
