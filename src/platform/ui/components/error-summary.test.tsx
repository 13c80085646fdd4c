import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { ErrorSummary } from './error-summary.tsx';

type Options = Common &
  Readonly<{
    titleText?: string;
    titleHtml?: string;
    descriptionText?: string;
    descriptionHtml?: string;
    errorList?: readonly (Words & Common & Readonly<{ href?: string }>)[];
    disableAutoFocus?: boolean;
  }>;

matchesFixtures<Options>('error-summary', 19, (options) => (
  <ErrorSummary
    {...common(options)}
    title={words({ text: options.titleText ?? '', html: options.titleHtml ?? '' })}
    description={words({ text: options.descriptionText, html: options.descriptionHtml })}
    errors={options.errorList?.map((item) => ({ ...part(item), href: item.href }))}
    disableAutoFocus={options.disableAutoFocus}
  />
));
