import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { SkipLink } from './skip-link.tsx';

matchesFixtures<Words & Common & Readonly<{ href?: string }>>('skip-link', 9, (options) => (
  <SkipLink {...part(options)} href={options.href} />
));
