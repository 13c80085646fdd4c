import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { CheckboxesField } from './checkboxes-field.tsx';
import { DateField } from './date-field.tsx';
import { Form } from './form.tsx';
import { FormContext } from './form-context.ts';
import { FormErrorSummary } from './form-error-summary.tsx';
import { PasswordField } from './password-field.tsx';
import { RadiosField } from './radios-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextareaField } from './textarea-field.tsx';
import { TextField } from './text-field.tsx';
import { TickField } from './tick-field.tsx';

const answers = {
  notice: 'five',
  'from-day': '31',
  'from-month': '2',
  'from-year': '2009',
  regime: 'leader',
  reason: 'A longer <reason>',
  body: 'swale',
  waives: 'yes',
  read: 'yes',
};
const errors = {
  notice: 'Notice period must be a number of working days',
  from: 'From must be a real date',
  regime: 'Choose a regime',
  reason: 'Say why in 200 characters or fewer',
  body: 'Choose a body',
  exceptions: 'Choose one exception or none',
  checked: 'Say that you have checked it',
  form: 'Somebody else changed these rules while you were editing them',
};

const page = renderToString(
  <FormContext.Provider value={{ csrf: 'token-of-this-session', submission: 'key-of-this-form' }}>
    <FormErrorSummary errors={errors} />
    <Form action="/bodies/swale/rules">
      <TextField
        name="notice"
        label="Notice period"
        suffix="working days"
        width={3}
        answers={answers}
        errors={errors}
      />
      <DateField name="from" legend="From" hint="For example, 27 3 2009" answers={answers} errors={errors} />
      <RadiosField
        name="regime"
        legend="Regime"
        options={[
          { value: 'leader', text: 'Leader and cabinet' },
          { value: 'committee', text: 'Committee system' },
        ]}
        answers={answers}
        errors={errors}
      />
      <TextareaField name="reason" label="Reason" maxLength={200} answers={answers} errors={errors} />
      <SelectField
        name="body"
        label="Body"
        options={[{ text: 'Swale', value: 'swale' }]}
        answers={answers}
        errors={errors}
      />
      <CheckboxesField
        name="exceptions"
        legend="Exceptions"
        options={[
          { name: 'waives', text: 'Waives call-in' },
          { name: 'urgent', text: 'Urgent' },
        ]}
        answers={answers}
        errors={errors}
      />
      <TickField name="read" legend="The report" text="I have read it" answers={answers} errors={errors} />
      <TickField
        name="checked"
        legend="Before you ask"
        text="I have checked it"
        answers={answers}
        errors={errors}
      />
      <PasswordField name="password" label="Password" errors={errors} />
    </Form>
  </FormContext.Provider>,
);

type Element = DefaultTreeAdapterTypes.Element;

const elements = (node: DefaultTreeAdapterTypes.Node): Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
    : [];
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const all = elements(parse(page));
const byId = (id: string): Element | undefined => all.find((element) => attribute(element, 'id') === id);
const named = (name: string): Element[] => all.filter((element) => attribute(element, 'name') === name);

it('carries the two hidden fields that the server checks', () => {
  expect(named('csrf').map((input) => attribute(input, 'value'))).toEqual(['token-of-this-session']);
  expect(named('submission').map((input) => attribute(input, 'value'))).toEqual(['key-of-this-form']);
});

it('links every error to a field that can be typed into or chosen', () => {
  const links = all.filter(({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? '');
  expect(links).toEqual(['#notice', '#from', '#regime', '#reason', '#body', '#exceptions', '#checked']);
  for (const link of links) expect(byId(link.slice(1))?.tagName).toMatch(/^(input|select|textarea)$/);
});

it('says an error that no single field caused, without a link', () => {
  expect(page).toContain('<li>Somebody else changed these rules while you were editing them</li>');
});

it('describes each wrong field by an error that is there', () => {
  const described = all.flatMap((element) => attribute(element, 'aria-describedby')?.split(' ') ?? []);
  expect(described).toEqual(
    expect.arrayContaining(['notice-error', 'from-date-hint', 'from-date-error', 'reason-info']),
  );
  for (const id of described) expect(byId(id), id).toBeDefined();
});

it('uses no id twice', () => {
  const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

it('keeps every answer as it was typed, but never a password', () => {
  const value = (name: string): string | undefined =>
    named(name).map((input) => attribute(input, 'value'))[0];
  expect(value('notice')).toBe('five');
  expect([value('from-day'), value('from-month'), value('from-year')]).toEqual(['31', '2', '2009']);
  expect(page).toContain('A longer &lt;reason></textarea>');
  const checked = all.filter((element) => attribute(element, 'checked') !== undefined);
  expect(checked.map((input) => attribute(input, 'name'))).toEqual(['regime', 'waives', 'read']);
  expect(all.filter((element) => attribute(element, 'selected') !== undefined)).toHaveLength(1);
  expect(value('password')).toBeUndefined();
});

it('marks all of a date, or only the part that is wrong', () => {
  const marked = (wrong: Record<string, string>): number =>
    renderToString(<DateField name="from" legend="From" errors={wrong} />).split('govuk-input--error')
      .length - 1;
  expect(marked({ from: 'From must be a real date' })).toBe(3);
  expect(marked({ 'from-month': 'Month must be from 1 to 12' })).toBe(1);
});

it('shows no summary when nothing is wrong', () => {
  expect(renderToString(<FormErrorSummary errors={{}} />)).toBe('');
});
