import { type ChoicesOptions, choicesProps } from '../testing/choices-options.ts';
import { matchesFixtures } from '../testing/fixtures.ts';
import { Radios } from './radios.tsx';

matchesFixtures<ChoicesOptions & Readonly<{ value?: string }>>('radios', 43, (options) => (
  <Radios {...choicesProps(options)} value={options.value} />
));
