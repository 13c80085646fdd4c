import type { VNode } from 'preact';
import { classes, idList } from '../attributes.ts';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { type GroupProps, inFull, type Short } from './form-group.tsx';
import { Hint, type HintProps } from './hint.tsx';

type QuestionGroupProps = Readonly<{
  /** Begins the ids of hint and error. */
  idPrefix: string;
  /** The question. Without one the inputs must be named by something outside. */
  fieldset: Omit<FieldsetProps, 'children'> | undefined;
  hint: Short<HintProps> | undefined;
  error: Short<ErrorMessageProps> | undefined;
  describedBy?: string | undefined;
  group: GroupProps | undefined;
  /** Draws the inputs, told what describes them. */
  children: (describedBy: string | undefined) => VNode;
}>;

/** Lays out several inputs that answer one question: its fieldset around them, hint and error above them. */
export function QuestionGroup({
  idPrefix,
  fieldset,
  hint,
  error,
  group,
  ...props
}: QuestionGroupProps): VNode {
  const hintId = hint === undefined ? undefined : `${idPrefix}-hint`;
  const errorId = error === undefined ? undefined : `${idPrefix}-error`;
  const describedBy = idList(fieldset?.describedBy ?? props.describedBy, hintId, errorId);
  const content = (
    <>
      {hint !== undefined && <Hint {...inFull(hint)} id={hintId} />}
      {error !== undefined && <ErrorMessage {...inFull(error)} id={errorId} />}
      {props.children(describedBy)}
    </>
  );
  return (
    <div
      class={classes('govuk-form-group', error !== undefined && 'govuk-form-group--error', group?.class)}
      {...group?.attributes}
    >
      {fieldset === undefined ? (
        content
      ) : (
        <Fieldset {...fieldset} describedBy={describedBy}>
          {content}
        </Fieldset>
      )}
    </div>
  );
}
