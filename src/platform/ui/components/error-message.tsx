import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type ErrorMessageProps = Readonly<{
  children?: ComponentChildren;
  id?: string | undefined;
  /** What a screen reader says first; "Error" unless the page is in another language. Empty says nothing. */
  visuallyHiddenText?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** What is wrong with one field and how to put it right, directly above the field. */
export function ErrorMessage(props: ErrorMessageProps): VNode {
  const prefix = props.visuallyHiddenText ?? 'Error';
  return (
    <p id={props.id} class={classes('govuk-error-message', props.class)} {...props.attributes}>
      {prefix !== '' && <span class="govuk-visually-hidden">{prefix}:</span>}
      {prefix !== '' && ' '}
      {props.children}
    </p>
  );
}
