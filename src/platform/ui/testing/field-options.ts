import type { FieldsetProps } from '../components/fieldset.tsx';
import type { FieldProps } from '../components/form-group.tsx';
import { type Common, common, part, type Words, words } from './fixtures.ts';

/** The options that GOV.UK Frontend's templates of single fields have in common. */
export type FieldOptions = Common &
  Readonly<{
    id?: string;
    name: string;
    label?: Words & Common & Readonly<{ isPageHeading?: boolean }>;
    hint?: Words & Common;
    errorMessage?: Words & Common & Readonly<{ visuallyHiddenText?: string }>;
    describedBy?: string;
    disabled?: boolean;
    formGroup?: Common & Readonly<{ beforeInput?: Words; afterInput?: Words }>;
  }>;

/** Those options as our props. */
export function fieldProps(options: FieldOptions): FieldProps {
  const { label, hint, errorMessage, formGroup } = options;
  return {
    ...common(options),
    id: options.id ?? options.name,
    name: options.name,
    label: { ...part(label), isPageHeading: label?.isPageHeading },
    hint: hint && part(hint),
    error: errorMessage && { ...part(errorMessage), visuallyHiddenText: errorMessage.visuallyHiddenText },
    describedBy: options.describedBy,
    disabled: options.disabled,
    group: formGroup && {
      ...common(formGroup),
      before: words(formGroup.beforeInput),
      after: words(formGroup.afterInput),
    },
  };
}

export type FieldsetOptions = Common &
  Readonly<{
    legend?: Words & Readonly<{ classes?: string; isPageHeading?: boolean }>;
    role?: 'group';
    describedBy?: string;
  }>;

export function fieldsetProps(options: FieldsetOptions): FieldsetProps {
  const { legend } = options;
  return {
    ...common(options),
    legend: legend && { children: words(legend), class: legend.classes, isPageHeading: legend.isPageHeading },
    asGroup: options.role === 'group',
    describedBy: options.describedBy,
  };
}
