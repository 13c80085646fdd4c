import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type BackLinkProps = Readonly<{
  children?: ComponentChildren;
  href: string;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** One step back in a journey, at the top of the page. */
export const BackLink = (props: BackLinkProps): VNode => (
  <a href={props.href} class={classes('govuk-back-link', props.class)} {...props.attributes}>
    {props.children ?? 'Back'}
  </a>
);
