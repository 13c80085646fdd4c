import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type Action = Readonly<{
  children?: ComponentChildren;
  href: string;
  /** What the link is about, heard but not seen, so that no two links on a page sound the same. */
  visuallyHiddenText?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

export type ActionsProps = Readonly<{
  actions: readonly Action[];
  /** The title of the card the actions stand on. */
  about?: ComponentChildren;
  class?: string | undefined;
}>;

/** Change, Delete, Withdraw: one thing a person may do to a row or a card. */
export const ActionLink = ({
  action,
  about,
}: Readonly<{ action: Action; about: ComponentChildren }>): VNode => (
  <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
    {action.children}
    {(action.visuallyHiddenText !== undefined || about !== undefined) && (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText !== undefined && ` ${action.visuallyHiddenText}`}
        {about !== undefined && <> ({about})</>}
      </span>
    )}
  </a>
);
