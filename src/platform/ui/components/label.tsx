import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type LabelProps = Readonly<{
  children?: ComponentChildren;
  /** The id of the field it names. */
  for?: string | undefined;
  /** When the page asks one question, its label is the page's heading. */
  isPageHeading?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** The name of a field, always visible. */
export function Label(props: LabelProps): VNode | null {
  if (props.children === undefined) return null;
  const label = (
    <label class={classes('govuk-label', props.class)} for={props.for} {...props.attributes}>
      {props.children}
    </label>
  );
  return props.isPageHeading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
