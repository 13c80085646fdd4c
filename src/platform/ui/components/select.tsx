import type { VNode } from 'preact';
import { type Attributes, classes, type Maybe } from '../attributes.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

export type SelectOption = Readonly<{
  text: string;
  /** What is sent; the text itself when left out. */
  value?: string | number | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
}>;

export type SelectProps = FieldProps &
  Readonly<{ items: readonly Maybe<SelectOption>[]; value?: string | number | undefined }>;

/** One of many. For a handful of choices, `Radios` show them all at once. */
export const Select = ({ items, value, ...field }: SelectProps): VNode => (
  <FormGroup field={field}>
    {(describedBy) => (
      <>
        {field.group?.before}
        <select
          class={classes('govuk-select', field.class, field.error !== undefined && 'govuk-select--error')}
          id={field.id}
          name={field.name}
          disabled={field.disabled}
          aria-describedby={describedBy}
          {...field.attributes}
        >
          {items.map(
            (item) =>
              item && (
                <option
                  value={item.value}
                  selected={item.selected ?? (value !== undefined && (item.value ?? item.text) === value)}
                  disabled={item.disabled}
                  {...item.attributes}
                >
                  {item.text}
                </option>
              ),
          )}
        </select>
        {field.group?.after}
      </>
    )}
  </FormGroup>
);
