import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type InsetTextProps = Readonly<{
  children?: ComponentChildren;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** A sentence set apart from the text around it. */
export const InsetText = (props: InsetTextProps): VNode => (
  <div id={props.id} class={classes('govuk-inset-text', props.class)} {...props.attributes}>
    {props.children}
  </div>
);
