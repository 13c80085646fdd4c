import type { VNode } from 'preact';
import { type Attributes, classes, type Maybe } from '../attributes.ts';
import { DatePart, type DatePartProps } from './date-part.tsx';
import type { ErrorMessageProps } from './error-message.tsx';
import type { FieldsetProps } from './fieldset.tsx';
import type { GroupProps, Short } from './form-group.tsx';
import type { HintProps } from './hint.tsx';
import { QuestionGroup } from './question-group.tsx';

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
  // Unless the error is pinned on some part, it is on all of them.
  const isPinned = items.some((item) => item && item.hasError === true);
  return (
    <QuestionGroup
      idPrefix={props.id}
      fieldset={props.fieldset && { ...props.fieldset, asGroup: true }}
      hint={props.hint}
      error={props.error}
      group={props.group}
    >
      {() => (
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
                  hasError={item.hasError ?? (props.error !== undefined && !isPinned)}
                />
              ),
          )}
          {props.group?.after}
        </div>
      )}
    </QuestionGroup>
  );
}
