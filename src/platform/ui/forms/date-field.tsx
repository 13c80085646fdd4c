import type { VNode } from 'preact';
import { DateInput } from '../components/date-input.tsx';
import { type FieldOfForm, fieldId } from './answers.ts';
import { legendProps } from './field-props.ts';

export type DateFieldProps = Omit<FieldOfForm, 'label'> &
  Readonly<{ legend: string; legendHidden?: boolean | undefined }>;

const parts = ['day', 'month', 'year'] as const;

/**
 * A date in three boxes named `from-day`, `from-month`, `from-year`. An error on `from` marks all three, one on
 * `from-month` that box alone; either is said once, above them.
 */
export function DateField({ name, legend, hint, answers, errors = {}, ...options }: DateFieldProps): VNode {
  const error =
    errors[name] ?? parts.map((part) => errors[`${name}-${part}`]).find((found) => found !== undefined);
  return (
    <DateInput
      id={`${name}-date`}
      namePrefix={name}
      fieldset={{ legend: legendProps(legend, options) }}
      hint={hint}
      error={error}
      values={answers}
      items={parts.map((part) => ({
        name: part,
        id: fieldId(`${name}-${part}`),
        hasError: errors[`${name}-${part}`] === undefined ? undefined : true,
      }))}
    />
  );
}
