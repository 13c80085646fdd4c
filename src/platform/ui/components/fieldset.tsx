import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { inFull, type Short } from './form-group.tsx';

export type LegendProps = Readonly<{
  children?: ComponentChildren;
  isPageHeading?: boolean | undefined;
  class?: string | undefined;
}>;

export type FieldsetProps = Readonly<{
  legend?: Short<LegendProps> | undefined;
  children?: ComponentChildren;
  /** Makes screen readers say the description, which they leave out for text boxes in a fieldset. */
  asGroup?: boolean | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Groups fields that answer one question together. */
export function Fieldset(props: FieldsetProps): VNode {
  return (
    <fieldset
      class={classes('govuk-fieldset', props.class)}
      role={props.asGroup === true ? 'group' : undefined}
      aria-describedby={props.describedBy}
      {...props.attributes}
    >
      {props.legend !== undefined && <Legend {...inFull(props.legend)} />}
      {props.children}
    </fieldset>
  );
}

const Legend = ({ children, isPageHeading, class: extra }: LegendProps): VNode => (
  <legend class={classes('govuk-fieldset__legend', extra)}>
    {isPageHeading === true ? <h1 class="govuk-fieldset__heading">{children}</h1> : children}
  </legend>
);
