import { type Common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { Details } from './details.tsx';

type Options = Words &
  Common &
  Readonly<{ summaryText?: string; summaryHtml?: string; open?: boolean; id?: string }>;

matchesFixtures<Options>('details', 10, (options) => (
  <Details
    {...part(options)}
    summary={words({ text: options.summaryText, html: options.summaryHtml })}
    open={options.open}
    id={options.id}
  />
));
