import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import type { Action } from './summary-actions.tsx';
import { SummaryList, type SummaryRow } from './summary-list.tsx';

type ActionOptions = Words & Common & Readonly<{ href: string; visuallyHiddenText?: string }>;
type ActionsOptions = Readonly<{ items?: readonly ActionOptions[]; classes?: string }>;
type RowOptions = Readonly<{
  key: Words & Readonly<{ classes?: string }>;
  value: Words & Readonly<{ classes?: string }>;
  actions?: ActionsOptions;
  classes?: string;
}>;
type Options = Common &
  Readonly<{
    rows: readonly (RowOptions | false | null | undefined)[];
    card?: Common &
      Readonly<{
        title?: Words & Readonly<{ classes?: string; headingLevel?: 2 | 3 | 4 }>;
        actions?: ActionsOptions;
      }>;
  }>;

const actions = (options: ActionsOptions | undefined): readonly Action[] | undefined =>
  options?.items?.map((item) => ({
    ...part(item),
    href: item.href,
    visuallyHiddenText: item.visuallyHiddenText === '' ? undefined : item.visuallyHiddenText,
  }));

const row = (options: RowOptions): SummaryRow => ({
  key: part(options.key),
  value: part(options.value),
  actions: actions(options.actions),
  actionsClass: options.actions?.classes,
  class: options.classes,
});

const isRow = (row: Options['rows'][number]): row is RowOptions => typeof row === 'object' && row !== null;

matchesFixtures<Options>('summary-list', 30, ({ card, ...options }) => (
  <SummaryList
    {...common(options)}
    rows={options.rows.filter(isRow).map(row)}
    card={
      card && {
        ...common(card),
        title: words(card.title),
        titleClass: card.title?.classes,
        headingLevel: card.title?.headingLevel,
        actions: actions(card.actions),
        actionsClass: card.actions?.classes,
      }
    }
  />
));
