import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { Panel } from './panel.tsx';

type Options = Words &
  Common &
  Readonly<{
    titleText?: string;
    titleHtml?: string;
    headingLevel?: 1 | 2;
    actions?: Common &
      Readonly<{
        items?: readonly (Words & Common & Readonly<{ href?: string; type?: 'button' | 'submit' }>)[];
      }>;
  }>;

matchesFixtures<Options>('panel', 19, (options) => (
  <Panel
    {...common({ ...options, classes: options.classes?.replace('govuk-panel--interruption', '') })}
    title={words({ text: options.titleText, html: options.titleHtml })}
    headingLevel={options.headingLevel}
    interruption={options.classes?.includes('govuk-panel--interruption')}
    actions={
      options.actions &&
      (options.actions.items ?? []).map((item) => ({ ...part(item), href: item.href, type: item.type }))
    }
    actionsClass={options.actions?.classes}
    actionsAttributes={options.actions && common(options.actions).attributes}
  >
    {words(options)}
  </Panel>
));
