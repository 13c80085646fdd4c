import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

const arrows = {
  prev: {
    path: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
    word: 'Previous',
  },
  next: {
    path: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
    word: 'Next',
  },
} as const;

/** A step before or after. */
export type PaginationLink = Readonly<{
  href: string;
  children?: ComponentChildren;
  /** Names what comes next when the pages are steps with titles of their own. */
  label?: string | undefined;
  attributes?: Attributes | undefined;
}>;

type Props = Readonly<{ link: PaginationLink; direction: keyof typeof arrows; isBlock: boolean }>;

/** The link to the page before or after. */
export function PaginationArrow({ link, direction, isBlock }: Props): VNode {
  const arrow = <Arrow direction={direction} />;
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={direction} {...link.attributes}>
        {(isBlock || direction === 'prev') && arrow}{' '}
        <span
          class={classes(
            'govuk-pagination__link-title',
            isBlock && link.label === undefined && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.children ?? (
            <>
              {arrows[direction].word}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.label !== undefined && isBlock && (
          <>
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!isBlock && direction === 'next' && <> {arrow}</>}
      </a>
    </div>
  );
}

const Arrow = ({ direction }: Pick<Props, 'direction'>): VNode => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[direction].path} />
  </svg>
);
