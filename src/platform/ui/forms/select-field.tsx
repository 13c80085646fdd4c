import type { VNode } from 'preact';
import { Select, type SelectOption } from '../components/select.tsx';
import type { FieldOfForm } from './answers.ts';
import { fieldProps } from './field-props.ts';

export type SelectFieldProps = FieldOfForm & Readonly<{ options: readonly SelectOption[] }>;

/** One of many, with what was chosen before and what is wrong with it. */
export const SelectField = ({ options, ...field }: SelectFieldProps): VNode => (
  <Select {...fieldProps(field)} items={options} value={field.answers?.[field.name]} />
);
