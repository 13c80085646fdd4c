import type { Maybe } from '../attributes.ts';
import type { ChoiceProps } from '../components/choice.tsx';
import type { ChoicesProps } from '../components/choices.tsx';
import { type FieldOptions, type FieldsetOptions, fieldsetProps } from './field-options.ts';
import { type Common, common, part, type Words, words } from './fixtures.ts';

type Item = Words &
  Common &
  Readonly<{
    value: string;
    id?: string;
    name?: string;
    divider?: string;
    label?: Common;
    hint?: Words & Common;
    checked?: boolean;
    disabled?: boolean;
    behaviour?: string;
    conditional?: Readonly<{ html?: string | false }> | false;
  }>;

/** The options that the templates of radios and checkboxes have in common. */
export type ChoicesOptions = Common &
  Pick<FieldOptions, 'name' | 'hint' | 'errorMessage' | 'describedBy'> &
  Readonly<{
    idPrefix?: string;
    items?: readonly Maybe<Item>[];
    fieldset?: FieldsetOptions;
    formGroup?: Common & Readonly<{ beforeInputs?: Words; afterInputs?: Words }>;
  }>;

/** Those options as our props. */
export function choicesProps(options: ChoicesOptions): ChoicesProps {
  const { errorMessage, formGroup } = options;
  return {
    ...common(options),
    name: options.name,
    idPrefix: options.idPrefix,
    items: options.items?.map((item) => item && choice(item)),
    fieldset: options.fieldset && fieldsetProps(options.fieldset),
    hint: options.hint && part(options.hint),
    error: errorMessage && { ...part(errorMessage), visuallyHiddenText: errorMessage.visuallyHiddenText },
    describedBy: options.describedBy,
    group: formGroup && {
      ...common(formGroup),
      before: words(formGroup.beforeInputs),
      after: words(formGroup.afterInputs),
    },
  };
}

function choice(item: Item): ChoiceProps {
  if (item.divider !== undefined) return { divider: item.divider };
  const more =
    item.conditional === undefined || item.conditional === false ? undefined : item.conditional.html;
  return {
    value: item.value,
    children: words(item),
    hint: item.hint && part(item.hint),
    checked: item.checked,
    disabled: item.disabled,
    conditional: more === undefined || more === false ? undefined : words({ html: more }),
    exclusive: item.behaviour === 'exclusive',
    id: item.id,
    name: item.name,
    labelClass: item.label?.classes,
    labelAttributes: common(item.label).attributes,
    attributes: common(item).attributes,
  };
}
