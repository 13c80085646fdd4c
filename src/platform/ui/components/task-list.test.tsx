import { type Common, common, matchesFixtures, part, type Words, words } from '../testing/fixtures.ts';
import { TaskList } from './task-list.tsx';

type Item = Readonly<{
  title: Words & Common;
  hint?: Words;
  status: Words & Common & Readonly<{ tag?: Words & Common }>;
  href?: string;
  classes?: string;
}>;
type Options = Common & Readonly<{ items: readonly (Item | false | null | '')[]; idPrefix?: string }>;

matchesFixtures<Options>('task-list', 11, (options) => (
  <TaskList
    {...common(options)}
    idPrefix={options.idPrefix}
    items={options.items.map(
      (item) =>
        item && {
          title: part(item.title),
          hint: words(item.hint),
          status: { ...part(item.status), tag: item.status.tag && part(item.status.tag) },
          href: item.href,
          class: item.classes,
        },
    )}
  />
));
