import { type Common, common, matchesFixtures, type Words, words } from '../testing/fixtures.ts';
import { Tabs } from './tabs.tsx';

type Item = Common & Readonly<{ label: string; id?: string; panel: Words & Common }>;
type Options = Common &
  Readonly<{ items?: readonly (Item | false | null | '')[]; title?: string; id?: string; idPrefix?: string }>;

matchesFixtures<Options>('tabs', 14, (options) => (
  <Tabs
    {...common(options)}
    title={options.title}
    id={options.id}
    idPrefix={options.idPrefix}
    items={options.items?.map(
      (item) =>
        item && {
          label: item.label,
          id: item.id,
          attributes: common(item).attributes,
          panelAttributes: common(item.panel).attributes,
          children: words(item.panel),
        },
    )}
  />
));
