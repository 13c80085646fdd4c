import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type HintProps = Readonly<{
  children?: ComponentChildren;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Help that most people need to answer, between the label and the field. */
export const Hint = (props: HintProps): VNode => (
  <div id={props.id} class={classes('govuk-hint', props.class)} {...props.attributes}>
    {props.children}
  </div>
);
