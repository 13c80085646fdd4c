import { type Common, common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { type FieldOptions, fieldProps } from '../testing/field-options.ts';
import { TextInput, type TextInputProps } from './text-input.tsx';

type Options = FieldOptions &
  Pick<TextInputProps, 'type' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'spellcheck' | 'pattern'> &
  Readonly<{ value?: string; prefix?: Words & Common; suffix?: Words & Common; inputWrapper?: Common }>;

matchesFixtures<Options>('input', 45, (options) => (
  <TextInput
    {...fieldProps(options)}
    type={options.type}
    value={options.value}
    inputmode={options.inputmode}
    autocomplete={options.autocomplete}
    autocapitalize={options.autocapitalize}
    spellcheck={options.spellcheck}
    pattern={options.pattern}
    prefix={options.prefix && part(options.prefix)}
    suffix={options.suffix && part(options.suffix)}
    wrapper={options.inputWrapper && common(options.inputWrapper)}
  />
));
