import { Heading } from '#platform/ui';
import type { ComponentChildren } from 'preact';

type SectionProps = Readonly<{
  title: string;
  /** Where a link within the page leads to. */
  id?: string | undefined;
  children: ComponentChildren;
}>;

/** One part of a page under its heading, set apart from what follows. */
export const Section = ({ title, id, children }: SectionProps) => (
  <section class="accord-section">
    <Heading size="m" id={id}>
      {title}
    </Heading>
    {children}
  </section>
);
