import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes, idList } from '../attributes.ts';
import { inFull, type Short } from './form-group.tsx';
import { Hint, type HintProps } from './hint.tsx';
import { Label } from './label.tsx';

export type ChoiceProps =
  /** A word such as "or" between the choices. */
  | Readonly<{ divider: string }>
  | Readonly<{
      value: string;
      children?: ComponentChildren;
      hint?: Short<HintProps> | undefined;
      checked?: boolean | undefined;
      disabled?: boolean | undefined;
      /** A question that follows from this answer, shown below it when it is chosen. */
      conditional?: ComponentChildren;
      /** Unticks every other checkbox: "None of these". */
      exclusive?: boolean | undefined;
      id?: string | undefined;
      name?: string | undefined;
      labelClass?: string | undefined;
      labelAttributes?: Attributes | undefined;
      attributes?: Attributes | undefined;
    }>;

type Props = Readonly<{
  kind: 'radios' | 'checkboxes';
  name: string;
  id: string;
  chosen: readonly string[] | undefined;
  describedBy: string | undefined;
  choice: ChoiceProps;
}>;

/** One answer that may be given, or the word between two. */
export function Choice({ kind, choice, ...group }: Props): VNode {
  if ('divider' in choice) return <div class={`govuk-${kind}__divider`}>{choice.divider}</div>;
  const id = choice.id ?? group.id;
  const hintId = choice.hint === undefined ? undefined : `${id}-item-hint`;
  const isChecked = choice.checked ?? group.chosen?.includes(choice.value) === true;
  const hasMore = choice.conditional !== undefined;
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={choice.name ?? group.name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={isChecked}
          disabled={choice.disabled}
          data-aria-controls={hasMore ? `conditional-${id}` : undefined}
          data-behaviour={choice.exclusive === true ? 'exclusive' : undefined}
          aria-describedby={idList(group.describedBy, hintId)}
          {...choice.attributes}
        />
        <Label
          class={classes(`govuk-${kind}__label`, choice.labelClass)}
          attributes={choice.labelAttributes}
          for={id}
        >
          {choice.children}
        </Label>
        {choice.hint !== undefined && (
          <ChoiceHint kind={kind} hint={inFull<HintProps>(choice.hint)} id={hintId} />
        )}
      </div>
      {hasMore && (
        <div
          class={classes(`govuk-${kind}__conditional`, !isChecked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.conditional}
        </div>
      )}
    </>
  );
}

const ChoiceHint = ({
  kind,
  hint,
  id,
}: Readonly<{ kind: Props['kind']; hint: HintProps; id: string | undefined }>): VNode => (
  <Hint {...hint} id={id} class={classes(`govuk-${kind}__hint`, hint.class)} />
);
