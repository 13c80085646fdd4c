import type { VNode } from 'preact';
import { classes } from '../attributes.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

export type TextareaProps = FieldProps &
  Readonly<{
    value?: string | undefined;
    rows?: number | undefined;
    spellcheck?: boolean | undefined;
    autocomplete?: string | undefined;
  }>;

/** More than one line of text. */
export const Textarea = (props: TextareaProps): VNode => (
  <FormGroup field={props}>
    {(describedBy) => (
      <>
        {props.group?.before}
        <textarea
          class={classes('govuk-textarea', props.error !== undefined && 'govuk-textarea--error', props.class)}
          id={props.id}
          name={props.name}
          rows={props.rows ?? 5}
          spellcheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autocomplete={props.autocomplete}
          {...props.attributes}
        >
          {props.value}
        </textarea>
        {props.group?.after}
      </>
    )}
  </FormGroup>
);
