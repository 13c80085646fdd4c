import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { inFull, type Short } from './form-group.tsx';
import { type Action, ActionLink, type ActionsProps } from './summary-actions.tsx';
import { SummaryCard, type SummaryCardProps } from './summary-card.tsx';

type Part = Readonly<{ children?: ComponentChildren; class?: string | undefined }>;

export type SummaryRow = Readonly<{
  key: Short<Part>;
  value: Short<Part>;
  /** Links such as Change, each with the words only a screen reader hears: "Change notice period". */
  actions?: readonly Action[] | undefined;
  actionsClass?: string | undefined;
  class?: string | undefined;
}>;

export type SummaryListProps = Readonly<{
  rows: readonly SummaryRow[];
  /** Sets the list on a card with a title and actions of its own. */
  card?: Omit<SummaryCardProps, 'children'> | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Facts about one thing: a name and a value each, with a Change link where it may be changed. */
export function SummaryList(props: SummaryListProps): VNode {
  const anyActions = props.rows.some(({ actions }) => actions !== undefined && actions.length > 0);
  const list = (
    <dl class={classes('govuk-summary-list', props.class)} {...props.attributes}>
      {props.rows.map((row) => (
        <Row row={row} isLacking={anyActions && row.actions === undefined} about={props.card?.title} />
      ))}
    </dl>
  );
  return props.card === undefined ? list : <SummaryCard {...props.card}>{list}</SummaryCard>;
}

function Row({
  row,
  isLacking,
  about,
}: Readonly<{ row: SummaryRow; isLacking: boolean; about: ActionsProps['about'] }>): VNode {
  const key = inFull(row.key);
  const value = inFull(row.value);
  return (
    <div
      class={classes(
        'govuk-summary-list__row',
        isLacking && 'govuk-summary-list__row--no-actions',
        row.class,
      )}
    >
      <dt class={classes('govuk-summary-list__key', 'class' in key && key.class)}>{key.children}</dt>
      <dd class={classes('govuk-summary-list__value', 'class' in value && value.class)}>{value.children}</dd>
      {row.actions !== undefined && row.actions.length > 0 && (
        <RowActions actions={row.actions} about={about} class={row.actionsClass} />
      )}
    </div>
  );
}

const RowActions = ({ actions, about, class: extra }: ActionsProps): VNode => {
  const [only, ...others] = actions;
  return (
    <dd class={classes('govuk-summary-list__actions', extra)}>
      {only !== undefined && others.length === 0 ? (
        <ActionLink action={only} about={about} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} about={about} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
};
