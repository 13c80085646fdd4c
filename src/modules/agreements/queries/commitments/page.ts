import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Collection } from '../../domain/commitment/commitment.ts';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import { linksOn } from '../../domain/commitment/links.ts';
import { commitmentsAt as idsAt } from '../../store/commitment-facts.ts';
import { findCommitment, listCollections, listCommitments } from '../../store/commitments.ts';
import { type CommitmentAt, commitmentAt } from './list.ts';
import { type TitledThing, titledThings } from './linked-thing.ts';

export type CommitmentNamed = Readonly<{ collectionId: string; number: string }>;

/** Everything the page of a promise shows. */
export type CommitmentShown = CommitmentAt &
  Readonly<{
    collection: Collection;
    /** What it is linked to, and the promises that are linked to it. */
    links: readonly TitledThing[];
    linkedFrom: readonly CommitmentAt[];
    /** The same promise made elsewhere and joined with this one. */
    joined: readonly CommitmentAt[];
    joinedWith: TitledThing | undefined;
  }>;

/** A promise as it stood on a day, by its own number or that of another place where it stands. */
export async function commitmentShown(
  sql: Sql,
  named: CommitmentNamed,
  on: IsoDate,
): Promise<CommitmentShown | undefined> {
  const followed = await findCommitment(sql, named);
  if (followed === undefined || followed.commitment.from > on) return undefined;
  const [collections, joined, linkedFrom] = await Promise.all([
    listCollections(sql),
    commitmentsAtPage(sql, commitmentPath(followed.commitment), 'joined', on),
    commitmentsAtPage(sql, commitmentPath(followed.commitment), 'linked', on),
  ]);
  const collection = collections.find(({ id }) => id === followed.commitment.collectionId);
  if (collection === undefined) throw new Error(`${followed.commitment.id} is in no collection`);
  const at = commitmentAt(followed, on);
  const { joinedWith } = at.standing;
  const [links, [whole]] = await Promise.all([
    titledThings(sql, linksOn(followed.facts, on), on),
    titledThings(sql, joinedWith === undefined ? [] : [joinedWith], on),
  ]);
  return { ...at, collection, links, linkedFrom, joined, joinedWith: whole };
}

/** The promises linked to a page on a day: `/decisions/maidstone/2008-001`, `/outcomes/kent-agreement-two/12`. */
export const commitmentsLinkedTo = (sql: Sql, page: string, on: IsoDate): Promise<readonly CommitmentAt[]> =>
  commitmentsAtPage(sql, page, 'linked', on);

async function commitmentsAtPage(
  sql: Sql,
  page: string,
  kind: 'linked' | 'joined',
  on: IsoDate,
): Promise<readonly CommitmentAt[]> {
  const found = await listCommitments(sql, { ids: await idsAt(sql, page, kind), promisedBy: on });
  return found
    .map((followed) => commitmentAt(followed, on))
    .filter(({ facts, standing }) =>
      kind === 'joined' ? standing.joinedWith === page : linksOn(facts, on).includes(page),
    );
}
