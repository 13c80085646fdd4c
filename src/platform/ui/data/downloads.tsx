import type { VNode } from 'preact';
import { Unseen } from '../text/prose.tsx';

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
      Download CSV<Unseen> of {of}</Unseen>
    </a>{' '}
    <a class="govuk-link" href={json}>
      Download JSON<Unseen> of {of}</Unseen>
    </a>
  </p>
);
