import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { WarningText } from './warning-text.tsx';

matchesFixtures<Words & Common & Readonly<{ iconFallbackText?: string }>>('warning-text', 8, (options) => (
  <WarningText
    {...part(options)}
    iconText={options.iconFallbackText === '' ? undefined : options.iconFallbackText}
  />
));
