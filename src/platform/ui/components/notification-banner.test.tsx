import { type Common, common, matchesFixtures, type Words, words } from '../testing/fixtures.ts';
import { NotificationBanner, type NotificationBannerProps } from './notification-banner.tsx';

type Options = Words &
  Common &
  Pick<NotificationBannerProps, 'role' | 'titleId' | 'disableAutoFocus'> &
  Readonly<{ type?: string; titleText?: string; titleHtml?: string; titleHeadingLevel?: 2 | 3 }>;

matchesFixtures<Options>('notification-banner', 21, (options) => (
  <NotificationBanner
    {...common(options)}
    success={options.type === 'success'}
    title={words({ text: options.titleText, html: options.titleHtml })}
    titleId={options.titleId}
    headingLevel={options.titleHeadingLevel}
    role={options.role}
    disableAutoFocus={options.disableAutoFocus}
  >
    {words(options)}
  </NotificationBanner>
));
