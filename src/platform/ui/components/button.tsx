import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type ButtonProps = Readonly<{
  children?: ComponentChildren;
  /** One beside the main action, or one that destroys. A page has one plain button. */
  variant?: 'secondary' | 'warning' | undefined;
  /** Makes a link that looks and works as a button. */
  href?: string | undefined;
  /** The green arrow of a page that starts a service. */
  start?: boolean | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  /** Ignores a second click within a second; the server's submission key is the real guard. */
  preventDoubleClick?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** What a page is there to do, or another action beside it. */
export function Button(props: ButtonProps): VNode {
  const shared = {
    ...props.attributes,
    class: classes(
      'govuk-button',
      props.variant && `govuk-button--${props.variant}`,
      props.class,
      props.start && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    id: props.id,
  };
  const content = (
    <>
      {props.start === true && typeof props.children !== 'string' ? (
        <span>{props.children}</span>
      ) : (
        props.children
      )}
      {props.start === true && <StartIcon />}
    </>
  );
  if (props.href !== undefined) {
    return (
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it goes somewhere, and looks and is announced as a button
      <a href={props.href} role="button" draggable={false} {...shared}>
        {content}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled === true ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...shared}
    >
      {content}
    </button>
  );
}

const StartIcon = (): VNode => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);
