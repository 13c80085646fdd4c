import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { Label } from './label.tsx';

type Options = Words & Common & Readonly<{ for?: string; isPageHeading?: boolean }>;

matchesFixtures<Options>('label', 17, (options) => (
  <Label {...part(options)} for={options.for} isPageHeading={options.isPageHeading} />
));
