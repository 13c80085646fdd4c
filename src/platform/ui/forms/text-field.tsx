import type { VNode } from 'preact';
import { classes } from '../attributes.ts';
import { TextInput, type TextInputProps } from '../components/text-input.tsx';
import type { FieldOfForm } from './answers.ts';
import { fieldProps } from './field-props.ts';

export type TextFieldProps = FieldOfForm &
  Pick<
    TextInputProps,
    'type' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'spellcheck' | 'prefix' | 'suffix'
  > &
  Readonly<{
    /** How many characters wide the box is, as a hint of what is expected. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  }>;

/** One line, with what was typed before and what is wrong with it. */
export const TextField = ({ width, ...field }: TextFieldProps): VNode => (
  <TextInput
    {...field}
    {...fieldProps(field)}
    class={classes(width !== undefined && `govuk-input--width-${width}`)}
    value={field.answers?.[field.name]}
  />
);
