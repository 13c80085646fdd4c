import type { ComponentChildren, VNode } from 'preact';

type Children = Readonly<{ children: ComponentChildren }>;

/** Text of a page that is read rather than used, at a length of line that reads well. */
export const Prose = ({ children }: Children): VNode => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">{children}</div>
  </div>
);

/** A paragraph. The lead says in one sentence what the page is for. */
export const Text = ({ children, lead }: Children & Readonly<{ lead?: boolean | undefined }>): VNode => (
  <p class={lead === true ? 'govuk-body-l' : 'govuk-body'}>{children}</p>
);

const sizes = { 2: 'l', 3: 'm', 4: 's' } as const;

type HeadingProps = Children &
  Readonly<{ level?: 2 | 3 | 4 | undefined; size?: 'l' | 'm' | 's' | undefined; id?: string | undefined }>;

/** The heading of a part of a page; the page's own is the frame's to set. */
export function Heading({ children, level = 2, size = sizes[level], id }: HeadingProps): VNode {
  const Level = `h${level}` as const;
  return (
    <Level class={`govuk-heading-${size}`} id={id}>
      {children}
    </Level>
  );
}

export const Link = ({ href, children }: Children & Readonly<{ href: string }>): VNode => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

/** A short list, with bullets or, where the order matters, with numbers. */
export const Bullets = ({
  items,
  numbered,
}: Readonly<{ items: readonly ComponentChildren[]; numbered?: boolean | undefined }>): VNode => {
  const entries = items.map((item) => <li>{item}</li>);
  return numbered === true ? (
    <ol class="govuk-list govuk-list--number">{entries}</ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{entries}</ul>
  );
};

/** Words that only a screen reader hears, so that no two links of a page sound the same. */
export const Unseen = ({ children }: Children): VNode => (
  <span class="govuk-visually-hidden">{children}</span>
);
