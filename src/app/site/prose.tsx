import type { ComponentChildren } from 'preact';

/** Text of a page that is read rather than used, at a length of line that reads well. */
export function Prose({ children }: { children: ComponentChildren }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}

export const Text = ({ children }: { children: ComponentChildren }) => <p class="govuk-body">{children}</p>;
export const Heading = ({ children }: { children: ComponentChildren }) => (
  <h2 class="govuk-heading-m">{children}</h2>
);

export function Bullets({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

export const Link = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);
