import type { VNode } from 'preact';
import { type Attributes, classes, type Maybe } from '../attributes.ts';
import { PaginationArrow, type PaginationLink } from './pagination-arrow.tsx';

export type PaginationItem =
  | 'ellipsis'
  | Readonly<{
      number: number | string;
      href: string;
      current?: boolean | undefined;
      /** What the number is called when it is read aloud; "Page 3" unless given. */
      label?: string | undefined;
      attributes?: Attributes | undefined;
    }>;

export type PaginationProps = Readonly<{
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  items?: readonly Maybe<PaginationItem>[] | undefined;
  /** What is paged through, as a landmark. */
  label?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** From page to page of a long list, or to the step before and after. */
export function Pagination({ previous, next, items, ...props }: PaginationProps): VNode {
  const isBlock = items === undefined && (previous !== undefined || next !== undefined);
  return (
    <nav
      class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', props.class)}
      aria-label={props.label ?? 'Pagination'}
      {...props.attributes}
    >
      {previous !== undefined && <PaginationArrow link={previous} direction="prev" isBlock={isBlock} />}
      {items !== undefined && (
        <ul class="govuk-pagination__list">{items.map((item) => item && <Item item={item} />)}</ul>
      )}
      {next !== undefined && <PaginationArrow link={next} direction="next" isBlock={isBlock} />}
    </nav>
  );
}

const Item = ({ item }: Readonly<{ item: PaginationItem }>): VNode =>
  item === 'ellipsis' ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={classes('govuk-pagination__item', item.current === true && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.label ?? `Page ${item.number}`}
        aria-current={item.current === true ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
