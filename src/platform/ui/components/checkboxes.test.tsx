import { type ChoicesOptions, choicesProps } from '../testing/choices-options.ts';
import { matchesFixtures } from '../testing/fixtures.ts';
import { Checkboxes } from './checkboxes.tsx';

matchesFixtures<ChoicesOptions & Readonly<{ values?: readonly string[] }>>('checkboxes', 42, (options) => (
  <Checkboxes {...choicesProps(options)} values={options.values} />
));
