import { type Common, common, matchesFixtures, type Words, words } from '../testing/fixtures.ts';
import { translations } from '../testing/translations.ts';
import { Accordion } from './accordion.tsx';

type Item = Readonly<{ heading: Words; summary?: Words; content: Words; expanded?: boolean }>;
type Options = Common &
  Readonly<{
    id: string;
    items: readonly (Item | false | null | '')[];
    headingLevel?: 2 | 3 | 4;
    rememberExpanded?: boolean;
    hideAllSectionsText?: string;
    hideSectionText?: string;
    hideSectionAriaLabelText?: string;
    showAllSectionsText?: string;
    showSectionText?: string;
    showSectionAriaLabelText?: string;
  }>;

matchesFixtures<Options>('accordion', 13, (options) => (
  <Accordion
    {...common(options)}
    id={options.id}
    headingLevel={options.headingLevel}
    rememberExpanded={options.rememberExpanded}
    translations={translations({
      'hide-all-sections': options.hideAllSectionsText,
      'hide-section': options.hideSectionText,
      'hide-section-aria-label': options.hideSectionAriaLabelText,
      'show-all-sections': options.showAllSectionsText,
      'show-section': options.showSectionText,
      'show-section-aria-label': options.showSectionAriaLabelText,
    })}
    items={options.items.map(
      (item) =>
        item && {
          heading: words(item.heading),
          summary: words(item.summary),
          children: words(item.content),
          expanded: item.expanded,
        },
    )}
  />
));
