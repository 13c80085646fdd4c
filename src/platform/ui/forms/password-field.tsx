import type { VNode } from 'preact';
import { PasswordInput, type PasswordInputProps } from '../components/password-input.tsx';
import type { FieldOfForm } from './answers.ts';
import { fieldProps } from './field-props.ts';

export type PasswordFieldProps = Omit<FieldOfForm, 'answers'> & Pick<PasswordInputProps, 'autocomplete'>;

/** A password. What was typed is never sent back into the page. */
export const PasswordField = ({ autocomplete, ...field }: PasswordFieldProps): VNode => (
  <PasswordInput {...fieldProps(field)} autocomplete={autocomplete} />
);
