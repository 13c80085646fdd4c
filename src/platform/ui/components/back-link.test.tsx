import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { BackLink } from './back-link.tsx';

matchesFixtures<Words & Common & Readonly<{ href?: string }>>('back-link', 7, (options) => (
  <BackLink {...part(options)} href={options.href ?? '#'} />
));
