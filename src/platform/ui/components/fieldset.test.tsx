import { matchesFixtures, words } from '../testing/fixtures.ts';
import { type FieldsetOptions, fieldsetProps } from '../testing/field-options.ts';
import { Fieldset } from './fieldset.tsx';

matchesFixtures<FieldsetOptions & Readonly<{ html?: string }>>('fieldset', 18, (options) => (
  <Fieldset {...fieldsetProps(options)}>{words({ html: options.html ?? '' })}</Fieldset>
));
