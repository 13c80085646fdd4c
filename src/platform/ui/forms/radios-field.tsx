import type { ComponentChildren, VNode } from 'preact';
import { Radios } from '../components/radios.tsx';
import { type FieldOfForm, fieldId } from './answers.ts';
import { legendProps } from './field-props.ts';

export type RadiosFieldProps = Omit<FieldOfForm, 'label'> &
  Readonly<{
    legend: string;
    /** When the page's own heading asks the question already. */
    legendHidden?: boolean | undefined;
    options: readonly Readonly<{
      value: string;
      text: string;
      hint?: string | undefined;
      /** What is asked further when this is chosen. */
      conditional?: ComponentChildren;
    }>[];
    inline?: boolean | undefined;
  }>;

/** One of a few, with what was chosen before and what is wrong with it. */
export const RadiosField = ({ legend, options, inline, ...field }: RadiosFieldProps): VNode => (
  <Radios
    name={field.name}
    idPrefix={fieldId(field.name)}
    fieldset={{ legend: legendProps(legend, field) }}
    hint={field.hint}
    error={field.errors?.[field.name]}
    value={field.answers?.[field.name]}
    class={inline === true ? 'govuk-radios--inline' : undefined}
    items={options.map(({ text, ...option }) => ({ ...option, children: text }))}
  />
);
