import type { VNode } from 'preact';
import { CheckboxesField, type CheckboxesFieldProps } from './checkboxes-field.tsx';

export type TickFieldProps = Omit<CheckboxesFieldProps, 'options'> & Readonly<{ text: string }>;

/** One box to tick, under a heading of its own: its answer is `yes` where it is ticked. */
export const TickField = ({ text, ...field }: TickFieldProps): VNode => (
  <CheckboxesField {...field} options={[{ name: field.name, text }]} />
);
