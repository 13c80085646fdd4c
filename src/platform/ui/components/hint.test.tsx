import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { Hint } from './hint.tsx';

matchesFixtures<Words & Common & Readonly<{ id?: string }>>('hint', 6, (options) => (
  <Hint {...part(options)} id={options.id} />
));
