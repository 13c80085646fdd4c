import type { Maybe } from '../attributes.ts';
import { type FieldOptions, type FieldsetOptions, fieldsetProps } from '../testing/field-options.ts';
import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { DateInput } from './date-input.tsx';
import type { DatePartProps } from './date-part.tsx';

type Item = Common &
  Pick<DatePartProps, 'label' | 'id' | 'inputmode' | 'autocomplete' | 'pattern'> &
  Readonly<{ name?: string; value?: string | number; error?: boolean }>;

type Options = Common &
  Pick<FieldOptions, 'hint' | 'errorMessage'> &
  Readonly<{
    id: string;
    namePrefix?: string;
    items?: readonly Maybe<Item>[];
    day?: Item | false;
    month?: Item | false;
    year?: Item | false;
    values?: Readonly<Record<string, string>>;
    fieldset?: FieldsetOptions;
    formGroup?: Common & Readonly<{ beforeInputs?: Words; afterInputs?: Words }>;
  }>;

/** Their width and error may also be said by class; ours are said by props, which must give the same classes. */
function datePart(item: Item, name: string, value: string | number | undefined): DatePartProps {
  const digits = /govuk-input--width-([24])/.exec(item.classes ?? '')?.[1];
  return {
    name: item.name ?? name,
    label: item.label,
    value: (item.value ?? value)?.toString(),
    id: item.id,
    digits: digits === '4' || (digits === undefined && (item.name ?? name).endsWith('year')) ? 4 : 2,
    hasError: item.error ?? (item.classes?.includes('govuk-input--error') === true ? true : undefined),
    inputmode: item.inputmode,
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    ...common({
      attributes: item.attributes,
      classes: item.classes?.replace(/govuk-input--width-[24]/, '').replace('govuk-input--error', ''),
    }),
  };
}

/** `items`, or else `day`, `month` and `year` each on its own; a part's value may stand in three places. */
function dateParts(options: Options): readonly Maybe<DatePartProps>[] {
  const { values, items = [] } = options;
  const named = (['day', 'month', 'year'] as const).map((name) => ({ name, item: options[name] }));
  if (items.length > 0) {
    return items.map((item) => {
      const same = named.find(({ name }) => item && name === item.name)?.item;
      return item && datePart(item, '', same ? same.value : undefined);
    });
  }
  return named.map(({ name, item }) =>
    item === undefined ? datePart({}, name, values?.[name]) : item && datePart(item, name, undefined),
  );
}

matchesFixtures<Options>('date-input', 50, (options) => (
  <DateInput
    {...common(options)}
    id={options.id}
    namePrefix={options.namePrefix}
    items={dateParts(options)}
    values={options.values}
    fieldset={options.fieldset && fieldsetProps(options.fieldset)}
    hint={options.hint && part(options.hint)}
    error={options.errorMessage && part(options.errorMessage)}
    group={
      options.formGroup && {
        ...common(options.formGroup),
        before: words(options.formGroup.beforeInputs),
        after: words(options.formGroup.afterInputs),
      }
    }
  />
));
