import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type SkipLinkProps = Readonly<{
  children?: ComponentChildren;
  href?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** The first thing a keyboard reaches: past the navigation, to the content. */
export const SkipLink = (props: SkipLinkProps): VNode => (
  <a
    href={props.href ?? '#content'}
    class={classes('govuk-skip-link', props.class)}
    {...props.attributes}
    data-module="govuk-skip-link"
  >
    {props.children}
  </a>
);
