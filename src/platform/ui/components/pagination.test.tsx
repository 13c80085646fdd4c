import type { Maybe } from '../attributes.ts';
import { type Common, common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import type { PaginationLink } from './pagination-arrow.tsx';
import { Pagination, type PaginationItem } from './pagination.tsx';

type Link = Words & Common & Readonly<{ href?: string; labelText?: string }>;
type Item = Common &
  Readonly<{
    number?: number;
    href?: string;
    current?: boolean;
    ellipsis?: boolean;
    visuallyHiddenText?: string;
  }>;
type Options = Common &
  Readonly<{ previous?: Link; next?: Link; items?: readonly (Item | null)[]; landmarkLabel?: string }>;

const link = (options: Link | undefined): PaginationLink | undefined =>
  options?.href === undefined
    ? undefined
    : { ...part(options), href: options.href, label: options.labelText };

const item = (options: Item | null): Maybe<PaginationItem> =>
  options === null || Object.keys(options).length === 0
    ? null
    : options.ellipsis === true
      ? 'ellipsis'
      : {
          ...common(options),
          number: options.number ?? '',
          href: options.href ?? '',
          current: options.current,
          label: options.visuallyHiddenText,
        };

matchesFixtures<Options>('pagination', 15, (options) => (
  <Pagination
    {...common(options)}
    previous={link(options.previous)}
    next={link(options.next)}
    items={options.items?.map(item)}
    label={options.landmarkLabel}
  />
));
