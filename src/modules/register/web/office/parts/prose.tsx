import type { ComponentChildren } from 'preact';

/** What is read or filled in, at a length of line that reads well. */
export const Prose = ({ children }: Readonly<{ children: ComponentChildren }>) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">{children}</div>
  </div>
);

export const Text = ({ children }: Readonly<{ children: ComponentChildren }>) => (
  <p class="govuk-body">{children}</p>
);

export const Heading = ({ children }: Readonly<{ children: ComponentChildren }>) => (
  <h2 class="govuk-heading-m">{children}</h2>
);

export const Link = ({ href, children }: Readonly<{ href: string; children: ComponentChildren }>) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

export const Bullets = ({ items }: Readonly<{ items: readonly ComponentChildren[] }>) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

/** Words for a link that only a screen reader hears, so that no two links of a page sound the same. */
export const Unseen = ({ children }: Readonly<{ children: ComponentChildren }>) => (
  <span class="govuk-visually-hidden"> {children}</span>
);
