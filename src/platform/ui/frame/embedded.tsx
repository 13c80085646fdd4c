import type { ComponentChildren, VNode } from 'preact';
import { Head, type HeadProps } from './head.tsx';

/** A single thing, as a chart, for a frame in somebody else's page: without header, navigation and scripts. */
export const Embedded = ({ main, ...head }: HeadProps & Readonly<{ main: ComponentChildren }>): VNode => (
  <html lang="en-GB" class="govuk-template">
    <Head {...head} withoutScripts />
    <body class="govuk-template__body accord-embedded">
      <main>{main}</main>
    </body>
  </html>
);
