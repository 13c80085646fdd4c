import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type WarningTextProps = Readonly<{
  children?: ComponentChildren;
  /** What the mark says to those who do not see it. */
  iconText?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** What follows in law or in fact if this is done or left undone. */
export const WarningText = (props: WarningTextProps): VNode => (
  <div class={classes('govuk-warning-text', props.class)} {...props.attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{props.iconText ?? 'Warning'}</span> {props.children}
    </strong>
  </div>
);
