import type { VNode } from 'preact';
import { Choices, type ChoicesProps } from './choices.tsx';

export type RadiosProps = Omit<ChoicesProps, 'chosen'> & Readonly<{ value?: string | undefined }>;

/** One answer of a few, all in sight. */
export const Radios = ({ value, ...props }: RadiosProps): VNode => (
  <Choices {...props} kind="radios" chosen={value === undefined ? undefined : [value]} />
);
