import type { VNode } from 'preact';
import { CharacterCount } from '../components/character-count.tsx';
import { Textarea } from '../components/textarea.tsx';
import type { FieldOfForm } from './answers.ts';
import { fieldProps } from './field-props.ts';

export type TextareaFieldProps = FieldOfForm &
  Readonly<{
    rows?: number | undefined;
    /** Says the limit and counts along; the server holds it. */
    maxLength?: number | undefined;
  }>;

/** Several lines, with what was typed before and what is wrong with it. */
export function TextareaField({ rows, maxLength, ...field }: TextareaFieldProps): VNode {
  const props = { ...fieldProps(field), rows, value: field.answers?.[field.name] };
  return maxLength === undefined ? (
    <Textarea {...props} />
  ) : (
    <CharacterCount {...props} maxLength={maxLength} />
  );
}
