import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';
import { type FieldProps, FormGroup, inFull, type Short } from './form-group.tsx';

type AffixProps = Readonly<{
  children?: ComponentChildren;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

export type TextInputProps = FieldProps &
  Readonly<{
    value?: string | undefined;
    type?: 'text' | 'email' | 'number' | 'password' | 'search' | 'tel' | 'url' | undefined;
    inputmode?: 'decimal' | 'email' | 'numeric' | 'search' | 'tel' | 'text' | 'url' | undefined;
    autocomplete?: string | undefined;
    autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
    spellcheck?: boolean | undefined;
    pattern?: string | undefined;
    /** A unit before or after the box: £, %, days. Say it in the label too; it is hidden from screen readers. */
    prefix?: Short<AffixProps> | undefined;
    suffix?: Short<AffixProps> | undefined;
    wrapper?: Readonly<{ class?: string | undefined; attributes?: Attributes | undefined }> | undefined;
  }>;

/** One line of text. */
export function TextInput(props: TextInputProps): VNode {
  const { prefix, suffix, group } = props;
  // Preact types each kind of input apart; as an attribute among others the kind may stay open.
  const kind: Attributes = { type: props.type ?? 'text' };
  const input = (describedBy: string | undefined): VNode => (
    <input
      class={classes('govuk-input', props.class, props.error !== undefined && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      {...kind}
      value={props.value}
      disabled={props.disabled}
      spellcheck={props.spellcheck}
      aria-describedby={describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  );
  const isWrapped = [prefix, suffix, group?.before, group?.after].some((part) => part !== undefined);
  return (
    <FormGroup field={props}>
      {(describedBy) =>
        isWrapped ? (
          <div class={classes('govuk-input__wrapper', props.wrapper?.class)} {...props.wrapper?.attributes}>
            {group?.before}
            {prefix !== undefined && <Affix kind="prefix" {...inFull(prefix)} />}
            {input(describedBy)}
            {suffix !== undefined && <Affix kind="suffix" {...inFull(suffix)} />}
            {group?.after}
          </div>
        ) : (
          input(describedBy)
        )
      }
    </FormGroup>
  );
}

const Affix = (props: AffixProps & Readonly<{ kind: 'prefix' | 'suffix' }>): VNode => (
  <div class={classes(`govuk-input__${props.kind}`, props.class)} aria-hidden="true" {...props.attributes}>
    {props.children}
  </div>
);
