import type { VNode } from 'preact';
import { Certainty, type CertaintyMark } from './certainty.tsx';

export type SourceProps = Readonly<{
  /** "ONS mid-2020 population estimate" */
  text: string;
  href?: string | undefined;
  /** The day the figures are true of, written out: "30 June 2020". */
  asAt?: string | undefined;
  certainty?: CertaintyMark | undefined;
}>;

/** Where a figure comes from and of which day it is true: "Source: ONS mid-2020 estimate, as at 30 June 2020". */
export const Source = ({ text, href, asAt, certainty }: SourceProps): VNode => (
  <p class="accord-source">
    Source:{' '}
    {href === undefined ? (
      text
    ) : (
      <a class="govuk-link" href={href}>
        {text}
      </a>
    )}
    {asAt !== undefined && `, as at ${asAt}`}
    {certainty !== undefined && (
      <>
        {' '}
        <Certainty mark={certainty} />
      </>
    )}
  </p>
);
