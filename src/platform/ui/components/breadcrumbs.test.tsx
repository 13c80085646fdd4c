import { type Common, common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';

type Options = Common &
  Readonly<{
    items?: readonly (Words & Common & Readonly<{ href?: string }>)[];
    collapseOnMobile?: boolean;
    labelText?: string;
  }>;

matchesFixtures<Options>('breadcrumbs', 12, (options) => (
  <Breadcrumbs
    {...common(options)}
    items={options.items?.map((item) => ({ ...part(item), href: item.href })) ?? []}
    collapseOnMobile={options.collapseOnMobile}
    label={options.labelText}
  />
));
