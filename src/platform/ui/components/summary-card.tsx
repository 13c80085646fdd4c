import { type ComponentChildren, h, type VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { type Action, ActionLink } from './summary-actions.tsx';

export type SummaryCardProps = Readonly<{
  title?: ComponentChildren;
  titleClass?: string | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
  actions?: readonly Action[] | undefined;
  actionsClass?: string | undefined;
  children?: ComponentChildren;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** A frame with a title around one summary list, for pages that show several things of a kind. */
export const SummaryCard = (props: SummaryCardProps): VNode => (
  <div class={classes('govuk-summary-card', props.class)} {...props.attributes}>
    <div class="govuk-summary-card__title-wrapper">
      {props.title !== undefined &&
        h(
          `h${props.headingLevel ?? 2}`,
          { class: classes('govuk-summary-card__title', props.titleClass) },
          props.title,
        )}
      <CardActions {...props} />
    </div>
    <div class="govuk-summary-card__content">{props.children}</div>
  </div>
);

function CardActions({ actions = [], actionsClass, title }: SummaryCardProps): VNode | null {
  const [only, ...others] = actions;
  if (only === undefined) return null;
  const name = classes('govuk-summary-card__actions', actionsClass);
  if (others.length === 0) {
    return (
      <div class={name}>
        <ActionLink action={only} about={title} />
      </div>
    );
  }
  return (
    <ul class={name}>
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} about={title} />
        </li>
      ))}
    </ul>
  );
}
