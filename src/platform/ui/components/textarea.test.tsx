import { type FieldOptions, fieldProps } from '../testing/field-options.ts';
import { matchesFixtures } from '../testing/fixtures.ts';
import { Textarea, type TextareaProps } from './textarea.tsx';

type Options = FieldOptions & Pick<TextareaProps, 'value' | 'rows' | 'spellcheck' | 'autocomplete'>;

matchesFixtures<Options>('textarea', 18, (options) => (
  <Textarea
    {...fieldProps(options)}
    value={options.value}
    rows={options.rows}
    spellcheck={options.spellcheck}
    autocomplete={options.autocomplete}
  />
));
