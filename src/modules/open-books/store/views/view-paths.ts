import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { databaseName, quoted } from '#platform/analytics';
import type { Choice } from '../../domain/suppliers/choice.ts';
import { pairOf } from '../../domain/suppliers/supplier-choice.ts';
import type { Release } from '../../domain/release/release.ts';

/** Raised whenever what a view holds changes, so that the ones built before are built anew. */
const form = 15;

/** Of so many suppliers, those that were paid most, the sums of each month are kept across bodies. */
export const bestKept = 50_000;

/** Of each month so many suppliers are kept across bodies, those that were paid most in it. */
export const firstOfMonth = 1000;

/** What one body's standing releases were worked out to. Named by those releases, so that it can never be out of date. */
export type BodyView = Readonly<{
  bodyId: string;
  folder: string;
  /** By id; the place in the list is the `release` of its payments. */
  releases: readonly Pick<Release, 'id' | 'periodFrom' | 'periodTo'>[];
}>;

/** The same of several bodies together: the place in the list of bodies is the `body` of its rows. */
export type AllView = Readonly<{ folder: string; bodies: readonly BodyView[] }>;

/** Where the views of these releases lie under these choices about suppliers, whether they have been built or not. */
export function viewsFor(
  publishedFolder: string,
  standing: readonly Pick<Release, 'id' | 'bodyId' | 'periodFrom' | 'periodTo'>[],
  choices: readonly Choice[] = [],
): AllView {
  const views = join(publishedFolder, 'views');
  const bodyIds = [...new Set(standing.map(({ bodyId }) => bodyId))].toSorted();
  const bodies = bodyIds.map((bodyId): BodyView => {
    const releases = standing
      .filter((release) => release.bodyId === bodyId)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return { bodyId, folder: join(views, bodyId, keyOf(releases.map(({ id }) => id))), releases };
  });
  return {
    folder: join(
      views,
      'all',
      keyOf([
        ...bodies.map(({ folder }) => folder.slice(views.length)),
        ...choices.map(({ kind, one, other }) => `${kind} ${pairOf({ one, other })}`),
      ]),
    ),
    bodies,
  };
}

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([form, parts]))
    .digest('hex')
    .slice(0, 24);

/** Where it is kept what suppliers of this view were found by, beside all views: those of the next account are found from it. */
export const keptLinkingOf = ({ folder }: AllView): string =>
  resolve(folder, '..', '..', '..', 'linking', basename(folder));

const notLinked = '-not-linked';

/** A view of all bodies in which no payees were linked, as finding their suppliers failed: it is there until it is found. */
export const notLinkedOf = (view: AllView): AllView => ({ ...view, folder: `${view.folder}${notLinked}` });

/** Whether it was found of a view that is there which payees are one supplier; otherwise each stands by itself, at each body. */
export const isLinked = ({ folder }: AllView): boolean => !folder.endsWith(notLinked);

/** Whether that was found since. */
export const isLinkedSince = ({ folder }: AllView): boolean =>
  folder.endsWith(notLinked) && existsSync(folder.slice(0, -notLinked.length));

/** The database file of a view, which holds what pages ask. */
export const databaseOf = ({ folder }: Pick<BodyView | AllView, 'folder'>): string => join(folder, 'view.db');

/** The database files of a view of all bodies and of each of them: to be attached before anything is asked. */
export const databasesOf = (view: AllView): readonly string[] =>
  [view, ...view.bodies].map((each) => databaseOf(each));

/** A table of a view as SQL names it. The name is ours alone: nothing that a reader typed is ever in it. */
export const tableOf = (view: Pick<BodyView | AllView, 'folder'>, name: string): string =>
  `${databaseName(databaseOf(view))}.${name}`;

/** A file of columns that lies beside the database, for those who read it from elsewhere; with places each row has its `file_row_number`. */
export const fileOf = (
  { folder }: Pick<BodyView | AllView, 'folder'>,
  name: string,
  { withPlaces = false }: Readonly<{ withPlaces?: boolean }> = {},
): string =>
  `read_parquet(${quoted(join(folder, `${name}.parquet`))}${withPlaces ? ', file_row_number = true' : ''})`;
