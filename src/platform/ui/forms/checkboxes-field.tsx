import type { VNode } from 'preact';
import { Checkboxes } from '../components/checkboxes.tsx';
import { type FieldOfForm, fieldId } from './answers.ts';
import { legendProps } from './field-props.ts';

export type CheckboxesFieldProps = Omit<FieldOfForm, 'label'> &
  Readonly<{
    legend: string;
    legendHidden?: boolean | undefined;
    /** Each is an answer of its own with a name of its own, and holds its value, `yes`, when it is ticked. */
    options: readonly Readonly<{
      name: string;
      text: string;
      hint?: string | undefined;
      value?: string | undefined;
    }>[];
  }>;

/** As many as apply, with what was ticked before and what is wrong with it. `name` is where an error is said. */
export const CheckboxesField = ({ legend, options, ...field }: CheckboxesFieldProps): VNode => (
  <Checkboxes
    name={field.name}
    idPrefix={fieldId(field.name)}
    fieldset={{ legend: legendProps(legend, field) }}
    hint={field.hint}
    error={field.errors?.[field.name]}
    items={options.map(({ text, value = 'yes', ...option }) => ({
      ...option,
      value,
      children: text,
      checked: field.answers?.[option.name] === value,
    }))}
  />
);
