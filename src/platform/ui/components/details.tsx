import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type DetailsProps = Readonly<{
  /** The line that unfolds the rest. */
  summary: ComponentChildren;
  children?: ComponentChildren;
  open?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** What only some readers need, folded away. */
export const Details = (props: DetailsProps): VNode => (
  <details
    id={props.id}
    class={classes('govuk-details', props.class)}
    {...props.attributes}
    open={props.open}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
);
