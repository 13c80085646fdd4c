import { Certainty } from '#platform/ui';
import type { Provenance } from '../../../domain/certainty.ts';

/** Where a fact comes from and how sure we are of it, small, in a cell or under a value. */
export const Origin = ({ source, certainty }: Provenance) => (
  <span class="accord-origin">
    {source} <Certainty mark={certainty} />
  </span>
);
