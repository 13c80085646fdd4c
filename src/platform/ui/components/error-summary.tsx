import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type ErrorSummaryProps = Readonly<{
  title?: ComponentChildren;
  description?: ComponentChildren;
  /** Each with a link to the field it is about, where one field is. */
  errors?:
    | readonly Readonly<{
        children?: ComponentChildren;
        href?: string | undefined;
        attributes?: Attributes | undefined;
      }>[]
    | undefined;
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Everything that is wrong with what was sent, at the top of the page, where focus lands. */
export function ErrorSummary(props: ErrorSummaryProps): VNode {
  const errors = props.errors ?? [];
  return (
    <div
      class={classes('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {props.description !== undefined && <p>{props.description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ children, href, attributes }) => (
                <li>
                  {href === undefined ? (
                    children
                  ) : (
                    <a href={href} {...attributes}>
                      {children}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
