import type { Visit } from '#platform/http';
import type { CommitmentShown } from '../../queries/commitments/page.ts';

/** What every part of the page of a promise shows from. */
export type ShownProps = Readonly<{
  found: CommitmentShown;
  /** Names of bodies, by id. */
  names: ReadonlyMap<string, string>;
  visit: Visit;
}>;
