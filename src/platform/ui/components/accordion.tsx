import { type ComponentChildren, h, type VNode } from 'preact';
import {
  type Attributes,
  classes,
  type Maybe,
  translationAttributes,
  type Translations,
} from '../attributes.ts';

export type AccordionSection = Readonly<{
  heading: ComponentChildren;
  summary?: ComponentChildren;
  /** One sentence becomes a paragraph; anything more stays as it is given. */
  children?: ComponentChildren;
  expanded?: boolean | undefined;
}>;

export type AccordionProps = Readonly<{
  id: string;
  items: readonly Maybe<AccordionSection>[];
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Whether the browser remembers which sections were open; it does unless told not to. */
  rememberExpanded?: boolean | undefined;
  translations?: Translations | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Sections under headings that unfold. Without script every section is open. */
export const Accordion = (props: AccordionProps): VNode => (
  <div
    class={classes('govuk-accordion', props.class)}
    data-module="govuk-accordion"
    id={props.id}
    data-remember-expanded={props.rememberExpanded?.toString()}
    {...translationAttributes(props.translations)}
    {...props.attributes}
  >
    {props.items.map((item, position) => item && <Section {...props} item={item} number={position + 1} />)}
  </div>
);

function Section({
  id,
  item,
  number,
  headingLevel = 2,
}: AccordionProps & Readonly<{ item: AccordionSection; number: number }>): VNode {
  return (
    <div
      class={classes(
        'govuk-accordion__section',
        item.expanded === true && 'govuk-accordion__section--expanded',
      )}
    >
      <div class="govuk-accordion__section-header">
        {h(
          `h${headingLevel}`,
          { class: 'govuk-accordion__section-heading' },
          <span class="govuk-accordion__section-button" id={`${id}-heading-${number}`}>
            {item.heading}
          </span>,
        )}
        {item.summary !== undefined && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${number}`}>
            {item.summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${number}`} class="govuk-accordion__section-content">
        {typeof item.children === 'string' ? <p class="govuk-body">{item.children}</p> : item.children}
      </div>
    </div>
  );
}
