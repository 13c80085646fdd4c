/* oxlint-disable jsx-a11y/no-aria-hidden-on-focusable -- the button is hidden altogether until the script shows it */
import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { NavigationItem, type NavigationItemProps } from './navigation-item.tsx';

export type ServiceNavigationProps = Readonly<{
  items?: readonly NavigationItemProps[] | undefined;
  serviceName?: string | undefined;
  serviceHref?: string | undefined;
  /** What the navigation is called when a page has more than one. */
  label?: string | undefined;
  /** What the region around a service's name is called. */
  regionLabel?: string | undefined;
  menuButton?: string | undefined;
  menuButtonLabel?: string | undefined;
  /** Behind a button on small screens; as given, or when there is more than one item. */
  collapses?: boolean | undefined;
  navigationId?: string | undefined;
  navigationClass?: string | undefined;
  /** Further content before and after everything, and before and after the items of the list. */
  start?: ComponentChildren;
  end?: ComponentChildren;
  endInline?: boolean | undefined;
  listStart?: ComponentChildren;
  listEnd?: ComponentChildren;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** The parts of the site, with the one we are in marked. */
export function ServiceNavigation(props: ServiceNavigationProps): VNode {
  const outermost = {
    class: classes('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  };
  const content = (
    <div
      class={classes(
        'govuk-width-container',
        props.endInline === true && 'govuk-service-navigation__inlining-container',
      )}
    >
      {props.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName !== undefined && <ServiceName {...props} />}
        <Items {...props} />
      </div>
      {props.end}
    </div>
  );
  const isRegion = [props.serviceName, props.start, props.end].some((part) => part !== undefined);
  return isRegion ? (
    <section aria-label={props.regionLabel ?? 'Service information'} {...outermost}>
      {content}
    </section>
  ) : (
    <div {...outermost}>{content}</div>
  );
}

const ServiceName = ({ serviceName, serviceHref }: ServiceNavigationProps): VNode => (
  <span class="govuk-service-navigation__service-name">
    {serviceHref === undefined ? (
      <span class="govuk-service-navigation__text">{serviceName}</span>
    ) : (
      <a href={serviceHref} class="govuk-service-navigation__link">
        {serviceName}
      </a>
    )}
  </span>
);

function Items({ items = [], ...props }: ServiceNavigationProps): VNode | null {
  if (items.length === 0 && props.listStart === undefined && props.listEnd === undefined) return null;
  const button = props.menuButton ?? 'Menu';
  const id = props.navigationId ?? 'navigation';
  return (
    <nav
      aria-label={props.label ?? button}
      class={classes('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapses ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel === button ? undefined : props.menuButtonLabel}
          hidden
          aria-hidden="true"
        >
          {button}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.listStart}
        {items.map((item) => (
          <NavigationItem {...item} />
        ))}
        {props.listEnd}
      </ul>
    </nav>
  );
}
