import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { ServiceNavigation } from './service-navigation.tsx';

type Item = Words & Common & Readonly<{ href?: string; current?: boolean; active?: boolean }>;

type Options = Common &
  Readonly<{
    serviceName?: string;
    serviceUrl?: string;
    navigation?: readonly (Item | false | null | '')[];
    collapseNavigationOnMobile?: boolean;
    ariaLabel?: string;
    menuButtonText?: string;
    menuButtonLabel?: string;
    navigationLabel?: string;
    navigationId?: string;
    navigationClasses?: string;
    slots?: Readonly<{
      start?: string;
      end?: string | Readonly<{ html: string; align?: string }>;
      navigationStart?: string;
      navigationEnd?: string;
    }>;
  }>;

const isItem = (item: Item | false | null | ''): item is Item => typeof item === 'object' && item !== null;

matchesFixtures<Options>('service-navigation', 33, ({ slots, ...options }) => {
  const end = typeof slots?.end === 'string' ? { html: slots.end, align: undefined } : slots?.end;
  return (
    <ServiceNavigation
      {...common(options)}
      serviceName={options.serviceName}
      serviceHref={options.serviceUrl}
      items={options.navigation?.filter(isItem).map((item) => ({
        ...part(item),
        href: item.href,
        current: item.current,
        active: item.active,
      }))}
      collapses={options.collapseNavigationOnMobile}
      regionLabel={options.ariaLabel}
      menuButton={options.menuButtonText}
      menuButtonLabel={options.menuButtonLabel}
      label={options.navigationLabel}
      navigationId={options.navigationId}
      navigationClass={options.navigationClasses}
      start={words({ html: slots?.start })}
      end={words({ html: end?.html })}
      endInline={end?.align === 'inline'}
      listStart={words({ html: slots?.navigationStart })}
      listEnd={words({ html: slots?.navigationEnd })}
    />
  );
});
