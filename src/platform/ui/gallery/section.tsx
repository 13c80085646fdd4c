import type { ComponentChildren, VNode } from 'preact';

/** One part of the gallery under its heading. */
export const Section = ({
  title,
  children,
}: Readonly<{ title: string; children: ComponentChildren }>): VNode => (
  <section class="accord-gallery">
    <h2 class="govuk-heading-l">{title}</h2>
    {children}
  </section>
);

/** What is shown, and it. */
export const Example = ({
  name,
  children,
}: Readonly<{ name: string; children: ComponentChildren }>): VNode => (
  <>
    <h3 class="govuk-heading-s accord-gallery__name">{name}</h3>
    {children}
  </>
);
