import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { PhaseBanner } from './phase-banner.tsx';

matchesFixtures<Words & Common & Readonly<{ tag?: Words & Common }>>('phase-banner', 7, (options) => (
  <PhaseBanner {...common(options)} tag={options.tag && part(options.tag)}>
    {words(options)}
  </PhaseBanner>
));
