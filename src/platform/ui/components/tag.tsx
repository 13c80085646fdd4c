import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type TagColour =
  | 'grey'
  | 'teal'
  | 'green'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow';

export type TagProps = Readonly<{
  children?: ComponentChildren;
  colour?: TagColour | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Where something stands, in one or two words. The colour only supports the word. */
export const Tag = ({ children, colour, class: extra, attributes }: TagProps): VNode => (
  <strong class={classes('govuk-tag', colour && `govuk-tag--${colour}`, extra)} {...attributes}>
    {children}
  </strong>
);
