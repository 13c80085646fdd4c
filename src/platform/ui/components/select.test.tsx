import { type FieldOptions, fieldProps } from '../testing/field-options.ts';
import { type Common, common, matchesFixtures } from '../testing/fixtures.ts';
import { Select, type SelectOption } from './select.tsx';

type Item = Common &
  Pick<SelectOption, 'text' | 'selected' | 'disabled'> &
  Readonly<{ value?: string | number | false }>;
type Options = FieldOptions &
  Readonly<{ items?: readonly (Item | false | null | '')[]; value?: string | number }>;

const option = (item: Item): SelectOption => ({
  text: item.text,
  value: item.value === false ? 'false' : item.value,
  selected: item.selected,
  disabled: item.disabled,
  attributes: common(item).attributes,
});

matchesFixtures<Options>('select', 19, (options) => (
  <Select
    {...fieldProps(options)}
    value={options.value}
    items={options.items?.map((item) => item && option(item)) ?? []}
  />
));
