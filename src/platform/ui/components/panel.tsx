import { type ComponentChildren, h, type VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { PanelAction, type PanelActionProps } from './panel-action.tsx';

export type PanelProps = Readonly<{
  title: ComponentChildren;
  children?: ComponentChildren;
  headingLevel?: 1 | 2 | undefined;
  /** Stops somebody to ask whether they are sure, instead of telling them it is done. */
  interruption?: boolean | undefined;
  actions?: readonly PanelActionProps[] | undefined;
  actionsClass?: string | undefined;
  actionsAttributes?: Attributes | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** The end of a journey: what was done, and its reference. */
export function Panel(props: PanelProps): VNode {
  const isInterruption = props.interruption === true;
  return (
    <div
      class={classes(
        'govuk-panel',
        isInterruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation',
        props.class,
      )}
      {...props.attributes}
    >
      {h(`h${props.headingLevel ?? 1}`, { class: 'govuk-panel__title' }, props.title)}
      {props.children !== undefined && <div class="govuk-panel__body">{props.children}</div>}
      {isInterruption && props.actions !== undefined && (
        <div class={classes('govuk-panel__actions', props.actionsClass)} {...props.actionsAttributes}>
          {props.actions.length > 0 && (
            <div class="govuk-button-group">
              {props.actions.map((action) => (
                <PanelAction {...action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
