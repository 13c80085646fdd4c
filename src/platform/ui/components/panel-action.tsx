import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { Button } from './button.tsx';

export type PanelActionProps = Readonly<{
  children?: ComponentChildren;
  href?: string | undefined;
  /** Given for a button; a link with an address and no type is a plain link. */
  type?: 'button' | 'submit' | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** One way on from an interruption. */
export const PanelAction = (props: PanelActionProps): VNode =>
  props.href === undefined || props.type === 'button' ? (
    <Button
      type={props.type ?? 'button'}
      href={props.href}
      class={classes('govuk-button--inverse', props.class)}
      attributes={props.attributes}
    >
      {props.children}
    </Button>
  ) : (
    <a class={classes('govuk-link govuk-link--inverse', props.class)} href={props.href} {...props.attributes}>
      {props.children}
    </a>
  );
