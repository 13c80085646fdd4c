import type { VNode } from 'preact';
import { Choices, type ChoicesProps } from './choices.tsx';

export type CheckboxesProps = Omit<ChoicesProps, 'chosen'> &
  Readonly<{ values?: readonly string[] | undefined }>;

/** As many answers as apply. */
export const Checkboxes = ({ values, ...props }: CheckboxesProps): VNode => (
  <Choices {...props} kind="checkboxes" chosen={values} />
);
