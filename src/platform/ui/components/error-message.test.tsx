import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { ErrorMessage } from './error-message.tsx';

type Options = Words & Common & Readonly<{ id?: string; visuallyHiddenText?: string }>;

matchesFixtures<Options>('error-message', 9, (options) => (
  <ErrorMessage {...part(options)} id={options.id} visuallyHiddenText={options.visuallyHiddenText} />
));
