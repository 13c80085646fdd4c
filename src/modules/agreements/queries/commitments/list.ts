import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Measure } from '../../domain/commitment/commitment.ts';
import type { Status } from '../../domain/commitment/fact.ts';
import { type CommitmentStanding, commitmentStanding, factsBy } from '../../domain/commitment/standing.ts';
import { type FollowedCommitment, listCommitments } from '../../store/commitments.ts';

/** A promise as it stood on a day, with what had been said of it by then. */
export type CommitmentAt = FollowedCommitment & Readonly<{ standing: CommitmentStanding }>;

/** By which standing a list can be narrowed: a status, or that a milestone has slipped. */
export type ListedStanding = Status | 'no-evidence' | 'differs' | 'slipped';

export type CommitmentFilter = Readonly<{
  collectionId?: string | undefined;
  /** A chapter of its document, by its title there. */
  chapter?: string | undefined;
  owner?: string | undefined;
  place?: string | undefined;
  topic?: string | undefined;
  measure?: Measure | undefined;
  standing?: ListedStanding | undefined;
  /** Words that stand in it, in any order. */
  text?: string | undefined;
}>;

export type CommitmentList = Readonly<{
  commitments: readonly CommitmentAt[];
  /** How many there are of each standing, whichever standing is asked for. */
  counts: ReadonlyMap<ListedStanding, number>;
}>;

/**
 * The promises that a reader asks for, as they stood on a day, in the order of their documents. One that is joined with the
 * same promise elsewhere is told there. With `decisive`, of what was said they carry only what decides where they stand.
 */
export async function listCommitmentsAt(
  sql: Sql,
  filter: CommitmentFilter,
  on: IsoDate,
  facts?: 'decisive',
): Promise<CommitmentList> {
  const { collectionId, owner, place, topic, measure } = filter;
  const known = await listCommitments(sql, {
    collectionId,
    owner,
    place,
    topic,
    measure,
    promisedBy: on,
    facts,
  });
  const asked = known
    .filter((followed) => matches(followed, filter))
    .map((followed) => commitmentAt(followed, on))
    .filter(({ standing }) => standing.status !== 'joined');
  return {
    commitments: asked.filter(({ standing }) => standsAs(standing, filter.standing)),
    counts: countsOf(asked),
  };
}

export function commitmentAt({ commitment, facts }: FollowedCommitment, on: IsoDate): CommitmentAt {
  const told = factsBy(facts, on);
  return { commitment, facts: told, standing: commitmentStanding(commitment.owners, told, on) };
}

function matches({ commitment }: FollowedCommitment, { chapter, text }: CommitmentFilter): boolean {
  if (chapter !== undefined && commitment.sources.every((source) => source.chapter !== chapter)) return false;
  return text === undefined || hasWords(commitment, text);
}

function hasWords({ promise, note, sources }: FollowedCommitment['commitment'], text: string): boolean {
  const within = [promise, note, ...sources.flatMap(({ number, cites, says }) => [number, cites, says])]
    .join('\n')
    .toLocaleLowerCase('en-GB');
  return text
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .every((word) => within.includes(word));
}

function standsAs({ status, slipped }: CommitmentStanding, asked: ListedStanding | undefined): boolean {
  if (asked === undefined) return true;
  return asked === 'slipped' ? slipped.length > 0 : status === asked;
}

function countsOf(commitments: readonly CommitmentAt[]): CommitmentList['counts'] {
  const counts = new Map<ListedStanding, number>();
  for (const { standing } of commitments) {
    const all = [standing.status, ...(standing.slipped.length > 0 ? ['slipped' as const] : [])];
    for (const each of all) if (each !== 'joined') counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return counts;
}
