import type { VNode } from 'preact';
import { type Attributes, classes, type Maybe } from '../attributes.ts';
import { Choice, type ChoiceProps } from './choice.tsx';
import type { ErrorMessageProps } from './error-message.tsx';
import type { FieldsetProps } from './fieldset.tsx';
import type { GroupProps, Short } from './form-group.tsx';
import type { HintProps } from './hint.tsx';
import { QuestionGroup } from './question-group.tsx';

/** What radios and checkboxes have in common: a question, and the answers that may be given to it. */
export type ChoicesProps = Readonly<{
  name: string;
  /** Begins the ids of hint, error and choices; the name unless given. The first choice has it as its id. */
  idPrefix?: string | undefined;
  items?: readonly Maybe<ChoiceProps>[] | undefined;
  /** The values that are chosen already. */
  chosen?: readonly string[] | undefined;
  /** The question. Without one the choices must be named by something outside. */
  fieldset?: Omit<FieldsetProps, 'children'> | undefined;
  hint?: Short<HintProps> | undefined;
  error?: Short<ErrorMessageProps> | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
  group?: GroupProps | undefined;
}>;

type Kind = 'radios' | 'checkboxes';

/** Draws radios or checkboxes; pages use `Radios` and `Checkboxes`. */
export function Choices({ kind, ...props }: ChoicesProps & Readonly<{ kind: Kind }>): VNode {
  const idPrefix = props.idPrefix ?? props.name;
  return (
    <QuestionGroup
      idPrefix={idPrefix}
      fieldset={props.fieldset}
      hint={props.hint}
      error={props.error}
      describedBy={props.describedBy}
      group={props.group}
    >
      {(describedBy) => (
        <div
          class={classes(`govuk-${kind}`, props.class)}
          {...props.attributes}
          data-module={`govuk-${kind}`}
        >
          {props.group?.before}
          {props.items?.map(
            (item, position) =>
              item && (
                <Choice
                  kind={kind}
                  name={props.name}
                  id={position === 0 ? idPrefix : `${idPrefix}-${position + 1}`}
                  chosen={props.chosen}
                  // Where no fieldset carries the description, each checkbox has to.
                  describedBy={
                    kind === 'checkboxes' && props.fieldset === undefined ? describedBy : undefined
                  }
                  choice={item}
                />
              ),
          )}
          {props.group?.after}
        </div>
      )}
    </QuestionGroup>
  );
}
