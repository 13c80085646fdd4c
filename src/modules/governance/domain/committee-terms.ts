import type { IsoDate } from '#platform/kernel';
import type { Committee } from './committee.ts';

/** How a committee works from a day on: each later version stands in the place of the one before, which stays readable. */
export type CommitteeTerms = Readonly<{
  remit: string;
  quorum: number | undefined;
  /** Whether whoever presides has a casting vote; undefined: not known. */
  castingVote: boolean | undefined;
  /** Whether a member may vote for one who is away. */
  proxies: boolean;
  /** Whether seats count differently. */
  weighted: boolean;
  /** Undefined: since it was set up. */
  from: IsoDate | undefined;
  source: string;
}>;

/** The terms that count on a day: the last that began by then, or those it was set up with. */
export function termsOn(
  committee: Pick<Committee, 'remit' | 'quorum' | 'source'>,
  versions: readonly CommitteeTerms[],
  on: IsoDate,
): CommitteeTerms {
  const begun = versions
    .filter(({ from }) => from === undefined || from <= on)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return (
    begun.at(-1) ?? {
      remit: committee.remit,
      quorum: committee.quorum,
      castingVote: undefined,
      proxies: false,
      weighted: false,
      from: undefined,
      source: committee.source,
    }
  );
}
