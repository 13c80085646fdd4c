import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { InsetText } from './inset-text.tsx';

matchesFixtures<Words & Common & Readonly<{ id?: string }>>('inset-text', 6, (options) => (
  <InsetText {...part(options)} id={options.id} />
));
