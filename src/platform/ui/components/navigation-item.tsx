import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type NavigationItemProps = Readonly<{
  children?: ComponentChildren;
  href?: string | undefined;
  /** This very page. */
  current?: boolean | undefined;
  /** The part of the site that this page belongs to. */
  active?: boolean | undefined;
  attributes?: Attributes | undefined;
}>;

/** One part of the site in the service navigation. */
export function NavigationItem({ children, href, current, active, attributes }: NavigationItemProps): VNode {
  const isHere = current === true || active === true;
  const ariaCurrent = isHere ? (current === true ? 'page' : 'true') : undefined;
  // Strong, so that those who replace our colours with theirs still see where they are.
  const text = isHere ? (
    <strong class="govuk-service-navigation__active-fallback">{children}</strong>
  ) : (
    children
  );
  return (
    <li class={classes('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}>
      {href === undefined ? (
        <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
          {text}
        </span>
      ) : (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {text}
        </a>
      )}
    </li>
  );
}
