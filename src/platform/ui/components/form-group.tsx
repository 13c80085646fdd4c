import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes, idList } from '../attributes.ts';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';
import { Hint, type HintProps } from './hint.tsx';
import { Label, type LabelProps } from './label.tsx';

/** A part given as a sentence, or with classes and more. */
export type Short<Props> = string | Props;

/** What every single field has in common. */
export type FieldProps = Readonly<{
  id: string;
  name: string;
  label: Short<LabelProps>;
  hint?: Short<HintProps> | undefined;
  error?: Short<ErrorMessageProps> | undefined;
  /** Ids of other elements that describe the field. */
  describedBy?: string | undefined;
  disabled?: boolean | undefined;
  /** Further classes of the control itself, such as `govuk-input--width-4`. */
  class?: string | undefined;
  attributes?: Attributes | undefined;
  group?: GroupProps | undefined;
}>;

/** The wrapper around label, hint, error and control. */
export type GroupProps = Readonly<{
  class?: string | undefined;
  attributes?: Attributes | undefined;
  /** Shown directly before and after the control. */
  before?: ComponentChildren;
  after?: ComponentChildren;
}>;

type FormGroupProps = Readonly<{
  field: FieldProps;
  class?: string | undefined;
  attributes?: Attributes | undefined;
  /** Comes after the control and its `after` slot, still inside the group. */
  footer?: ComponentChildren;
  /** Draws the control, told what describes it. */
  children: (describedBy: string | undefined) => VNode;
}>;

/** Lays out one field: its label, hint and error above the control, which is told the ids that describe it. */
export function FormGroup({ field, children, footer, ...props }: FormGroupProps): VNode {
  const hintId = field.hint === undefined ? undefined : `${field.id}-hint`;
  const errorId = field.error === undefined ? undefined : `${field.id}-error`;
  return (
    <div
      class={classes(
        'govuk-form-group',
        errorId !== undefined && 'govuk-form-group--error',
        props.class,
        field.group?.class,
      )}
      {...props.attributes}
      {...field.group?.attributes}
    >
      <Label {...inFull(field.label)} for={field.id} />
      {field.hint !== undefined && <Hint {...inFull(field.hint)} id={hintId} />}
      {field.error !== undefined && <ErrorMessage {...inFull(field.error)} id={errorId} />}
      {children(idList(field.describedBy, hintId, errorId))}
      {footer}
    </div>
  );
}

/** A sentence as the props of the part that shows it. */
export function inFull<Props extends Readonly<{ children?: ComponentChildren }>>(
  short: Short<Props>,
): Props | Readonly<{ children: string }> {
  return typeof short === 'string' ? { children: short } : short;
}
