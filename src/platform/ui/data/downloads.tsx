import type { VNode } from 'preact';

export type DownloadsProps = Readonly<{
  csv: string;
  json: string;
  /** What is taken away, so that the links make sense out of their place. */
  of: string;
}>;

/** The same rows as files, to take away. */
export const Downloads = ({ csv, json, of }: DownloadsProps): VNode => (
  <p class="accord-takeaway">
    <a class="govuk-link" href={csv}>
      Download CSV<span class="govuk-visually-hidden"> of {of}</span>
    </a>{' '}
    <a class="govuk-link" href={json}>
      Download JSON<span class="govuk-visually-hidden"> of {of}</span>
    </a>
  </p>
);
