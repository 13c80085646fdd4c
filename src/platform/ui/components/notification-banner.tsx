import { type ComponentChildren, h, type VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type NotificationBannerProps = Readonly<{
  /** One sentence is set as a heading; anything more as it is given. */
  children?: ComponentChildren;
  /** What the person just did has worked. */
  success?: boolean | undefined;
  title?: ComponentChildren;
  titleId?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
  role?: 'alert' | 'banner' | 'region' | undefined;
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** News about the whole page that the reader did not ask for, or that an act has worked. */
export function NotificationBanner(props: NotificationBannerProps): VNode {
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  return (
    <div
      class={classes(
        'govuk-notification-banner',
        props.success === true && 'govuk-notification-banner--success',
        props.class,
      )}
      role={props.role ?? (props.success === true ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        {h(
          `h${props.headingLevel ?? 2}`,
          { class: 'govuk-notification-banner__title', id: titleId },
          props.title ?? (props.success === true ? 'Success' : 'Important'),
        )}
      </div>
      <div class="govuk-notification-banner__content">
        {typeof props.children === 'string' ? (
          <p class="govuk-notification-banner__heading">{props.children}</p>
        ) : (
          props.children
        )}
      </div>
    </div>
  );
}
