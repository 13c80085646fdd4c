import type { Visit } from '#platform/http';
import { Day } from '#platform/web';

type Props = Readonly<{
  /** Where the site is. */
  address: string;
  visit: Pick<Visit, 'path' | 'on'>;
}>;

/** On paper: where the page stands and of which day it is. */
export const PrintedFrom = ({ address, visit: { path, on } }: Props) => (
  <p class="govuk-body accord-printed">
    {`This page stands at ${address}${path}, and is of `}
    <Day on={on} />.
  </p>
);
