import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes, type Maybe } from '../attributes.ts';

export type Tab = Readonly<{
  label: string;
  /** Names the panel in the address bar. */
  id?: string | undefined;
  /** One sentence becomes a paragraph; anything more stays as it is given. */
  children?: ComponentChildren;
  attributes?: Attributes | undefined;
  panelAttributes?: Attributes | undefined;
}>;

export type TabsProps = Readonly<{
  items?: readonly Maybe<Tab>[] | undefined;
  title?: string | undefined;
  id?: string | undefined;
  /** Begins the ids of panels that have none. */
  idPrefix?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** A few views of one thing. Without script it is a list of contents and the views one below another. */
export function Tabs({ items = [], ...props }: TabsProps): VNode {
  const tabs = items.flatMap((tab, position) =>
    tab ? [{ ...tab, id: tab.id ?? `${props.idPrefix ?? ''}-${position + 1}`, isFirst: position === 0 }] : [],
  );
  return (
    <div
      id={props.id}
      class={classes('govuk-tabs', props.class)}
      {...props.attributes}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {tabs.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map((tab) => (
            <li class={classes('govuk-tabs__list-item', tab.isFirst && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${tab.id}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map((tab) => (
        <div
          class={classes('govuk-tabs__panel', !tab.isFirst && 'govuk-tabs__panel--hidden')}
          id={tab.id}
          {...tab.panelAttributes}
        >
          {typeof tab.children === 'string' ? <p class="govuk-body">{tab.children}</p> : tab.children}
        </div>
      ))}
    </div>
  );
}
