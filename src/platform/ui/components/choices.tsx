import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes, idList, type Maybe } from '../attributes.ts';
import { Choice, type ChoiceProps } from './choice.tsx';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { type GroupProps, inFull, type Short } from './form-group.tsx';
import { Hint, type HintProps } from './hint.tsx';

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
  const hintId = props.hint === undefined ? undefined : `${idPrefix}-hint`;
  const errorId = props.error === undefined ? undefined : `${idPrefix}-error`;
  const describedBy = idList(props.fieldset?.describedBy ?? props.describedBy, hintId, errorId);
  const content = (
    <>
      {props.hint !== undefined && <Hint {...inFull(props.hint)} id={hintId} />}
      {props.error !== undefined && <ErrorMessage {...inFull(props.error)} id={errorId} />}
      <div class={classes(`govuk-${kind}`, props.class)} {...props.attributes} data-module={`govuk-${kind}`}>
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
                describedBy={kind === 'checkboxes' && props.fieldset === undefined ? describedBy : undefined}
                choice={item}
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
  fieldset: ChoicesProps['fieldset'],
  describedBy: string | undefined,
  content: VNode,
): ComponentChildren {
  if (fieldset === undefined) return content;
  return (
    <Fieldset {...fieldset} describedBy={describedBy}>
      {content}
    </Fieldset>
  );
}
