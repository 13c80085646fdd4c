import { Certainty, type CertaintyMark, certaintyMarks } from '#platform/ui';

/** The mark of how sure we are of a fact, as it is kept. */
export const markOf = (certainty: string): CertaintyMark =>
  Object.hasOwn(certaintyMarks, certainty) ? (certainty as CertaintyMark) : 'unknown';

/** Where a fact comes from and how sure we are of it, small, in a cell or under a value. */
export const Origin = ({ source, certainty }: Readonly<{ source: string; certainty: string }>) => (
  <span class="accord-origin">
    {source} <Certainty mark={markOf(certainty)} />
  </span>
);
