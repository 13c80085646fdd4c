import type { VNode } from 'preact';
import { ErrorSummary } from '../components/error-summary.tsx';
import { type FieldErrors, fieldId } from './answers.ts';

/** Everything that is wrong with a form, each line a link to its field. Nothing at all when nothing is wrong. */
export function FormErrorSummary({ errors }: Readonly<{ errors: FieldErrors | undefined }>): VNode | null {
  const wrong = Object.entries(errors ?? {});
  if (wrong.length === 0) return null;
  return (
    <ErrorSummary
      errors={wrong.map(([name, sentence]) => ({
        children: sentence,
        href: name === 'form' ? undefined : `#${fieldId(name)}`,
      }))}
    />
  );
}
