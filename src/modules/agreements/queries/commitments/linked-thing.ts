import type { Sql } from '#platform/db';
import { clip, type IsoDate } from '#platform/kernel';
import { thingTitled } from '#modules/governance';
import { linkKinds, type LinkedThing, readLink } from '../../domain/commitment/links.ts';
import { findCommitment } from '../../store/commitments.ts';
import { ownThingTitled } from '../../store/linked-things.ts';

/** A thing that a promise is linked to, as a page shows it. */
export type TitledThing = Readonly<{ page: string; kind: string; title: string }>;

/** What the thing with this page is called, as anyone may read on a day; undefined where there is none. */
export async function titleOfThing(sql: Sql, thing: LinkedThing, on: IsoDate): Promise<string | undefined> {
  switch (thing.kind) {
    case 'outcome':
    case 'indicator':
    case 'target':
      return ownThingTitled(sql, thing.kind, thing.id);
    case 'decision':
    case 'proposal':
      return thingTitled(sql, thing.page, on);
    case 'commitment': {
      const [collectionId = '', number = ''] = thing.id.split('/');
      const found = await findCommitment(sql, { collectionId, number });
      return found && clip(found.commitment.promise, 120);
    }
    default:
      return thing.kind satisfies never;
  }
}

/** The things with these pages; one that can no longer be read keeps its address as its title. */
export async function titledThings(
  sql: Sql,
  pages: readonly string[],
  on: IsoDate,
): Promise<readonly TitledThing[]> {
  return Promise.all(
    pages.map(async (page) => {
      const thing = readLink(page);
      const title = thing && (await titleOfThing(sql, thing, on));
      return { page, kind: thing === undefined ? 'Page' : linkKinds[thing.kind].title, title: title ?? page };
    }),
  );
}
