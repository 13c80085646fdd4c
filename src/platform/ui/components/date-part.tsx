import type { VNode } from 'preact';
import { capitalise } from '#platform/kernel';
import { type Attributes, classes } from '../attributes.ts';
import { TextInput, type TextInputProps } from './text-input.tsx';

export type DatePartProps = Readonly<{
  /** day, month or year. */
  name: string;
  label?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  /** Room for how many digits; four for a year and two for the others. */
  digits?: 2 | 4 | undefined;
  hasError?: boolean | undefined;
  inputmode?: TextInputProps['inputmode'];
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

type Props = DatePartProps &
  Readonly<{
    id: string;
    namePrefix: string | undefined;
    values: Readonly<Record<string, string | undefined>> | undefined;
  }>;

/** One box of a date. */
export function DatePart(props: Props): VNode {
  const name = props.namePrefix === undefined ? props.name : `${props.namePrefix}-${props.name}`;
  return (
    <div class="govuk-date-input__item">
      <TextInput
        label={{ children: props.label ?? capitalise(props.name), class: 'govuk-date-input__label' }}
        id={props.id}
        name={name}
        class={classes(
          'govuk-date-input__input',
          props.hasError === true && 'govuk-input--error',
          `govuk-input--width-${props.digits ?? (props.name === 'year' ? 4 : 2)}`,
          props.class,
        )}
        value={props.value ?? props.values?.[name]}
        inputmode={props.inputmode ?? 'numeric'}
        autocomplete={props.autocomplete}
        pattern={props.pattern}
        attributes={props.attributes}
      />
    </div>
  );
}
