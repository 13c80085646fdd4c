import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes, idList, type Maybe } from '../attributes.ts';
import { DatePart, type DatePartProps } from './date-part.tsx';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { type GroupProps, inFull, type Short } from './form-group.tsx';
import { Hint, type HintProps } from './hint.tsx';

export type DateInputProps = Readonly<{
  id: string;
  /** Stands before each part's name: `from` gives `from-day`, `from-month`, `from-year`. */
  namePrefix?: string | undefined;
  /** Day, month and year unless given. */
  items?: readonly Maybe<DatePartProps>[] | undefined;
  /** What each part holds, by its full name. */
  values?: Readonly<Record<string, string | undefined>> | undefined;
  fieldset?: Omit<FieldsetProps, 'children' | 'asGroup'> | undefined;
  hint?: Short<HintProps> | undefined;
  error?: Short<ErrorMessageProps> | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
  group?: GroupProps | undefined;
}>;

const wholeDate: readonly DatePartProps[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];

/** A date that people know by heart, in three boxes. */
export function DateInput({ items = wholeDate, ...props }: DateInputProps): VNode {
  const hintId = props.hint === undefined ? undefined : `${props.id}-hint`;
  const errorId = props.error === undefined ? undefined : `${props.id}-error`;
  const describedBy = idList(props.fieldset?.describedBy, hintId, errorId);
  // Unless the error is pinned on some part, it is on all of them.
  const isPinned = items.some((item) => item && item.hasError === true);
  const content = (
    <>
      {props.hint !== undefined && <Hint {...inFull(props.hint)} id={hintId} />}
      {props.error !== undefined && <ErrorMessage {...inFull(props.error)} id={errorId} />}
      <div class={classes('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
        {props.group?.before}
        {items.map(
          (item) =>
            item && (
              <DatePart
                {...item}
                id={item.id ?? `${props.id}-${item.name}`}
                namePrefix={props.namePrefix}
                values={props.values}
                hasError={item.hasError ?? (errorId !== undefined && !isPinned)}
              />
            ),
        )}
        {props.group?.after}
      </div>
    </>
  );
  return (
    <div
      class={classes(
        'govuk-form-group',
        errorId !== undefined && 'govuk-form-group--error',
        props.group?.class,
      )}
      {...props.group?.attributes}
    >
      {inFieldset(props.fieldset, describedBy, content)}
    </div>
  );
}

function inFieldset(
  fieldset: DateInputProps['fieldset'],
  describedBy: string | undefined,
  content: VNode,
): ComponentChildren {
  if (fieldset === undefined) return content;
  return (
    <Fieldset {...fieldset} asGroup describedBy={describedBy}>
      {content}
    </Fieldset>
  );
}
