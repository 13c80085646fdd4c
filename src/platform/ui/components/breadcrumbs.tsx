import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type BreadcrumbsProps = Readonly<{
  /** From home to here; the page itself has no link. */
  items: readonly Readonly<{
    children?: ComponentChildren;
    href?: string | undefined;
    attributes?: Attributes | undefined;
  }>[];
  collapseOnMobile?: boolean | undefined;
  label?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** The way from home to this page. */
export const Breadcrumbs = (props: BreadcrumbsProps): VNode => (
  <nav
    class={classes(
      'govuk-breadcrumbs',
      props.class,
      props.collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
    {...props.attributes}
    aria-label={props.label ?? 'Breadcrumb'}
  >
    <ol class="govuk-breadcrumbs__list">
      {props.items.map(({ children, href, attributes }) =>
        href === undefined ? (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {children}
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
              {children}
            </a>
          </li>
        ),
      )}
    </ol>
  </nav>
);
