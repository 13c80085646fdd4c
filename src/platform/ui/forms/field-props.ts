import type { FieldProps } from '../components/form-group.tsx';
import { type FieldOfForm, fieldId } from './answers.ts';

/** A field of a form as the component that draws it takes it: id, label, hint, error. */
export function fieldProps(field: FieldOfForm): FieldProps {
  return {
    id: fieldId(field.name),
    name: field.name,
    label:
      field.isPageHeading === true
        ? { children: field.label, class: 'govuk-label--l', isPageHeading: true }
        : field.label,
    hint: field.hint,
    error: field.errors?.[field.name],
  };
}

/** The question above several inputs. */
export function legendProps(
  legend: string,
  options: Readonly<{ isPageHeading?: boolean | undefined; legendHidden?: boolean | undefined }>,
): Readonly<{ children: string; class: string; isPageHeading: boolean }> {
  if (options.legendHidden === true) {
    return { children: legend, class: 'govuk-visually-hidden', isPageHeading: false };
  }
  const isPageHeading = options.isPageHeading === true;
  return { children: legend, class: `govuk-fieldset__legend--${isPageHeading ? 'l' : 's'}`, isPageHeading };
}
