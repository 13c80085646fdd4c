import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { quoted } from '#platform/analytics';
import type { Choice } from '../../domain/suppliers/choices.ts';
import { pairOf } from '../../domain/suppliers/supplier-choice.ts';
import type { Release } from '../../domain/release/release.ts';

/** Raised whenever what a view holds changes, so that the ones built before are built anew. */
const form = 8;

/** So many of the newest payments, of each body and of all, have a file of their own: more pages than anybody turns. */
export const newestKept = 5000;

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

/**
 * A file of a view as SQL names it; with places each row has its `file_row_number`. The path is ours alone: nothing that a reader
 * typed is ever in it.
 */
export const fileOf = (
  { folder }: Pick<BodyView | AllView, 'folder'>,
  name: string,
  { withPlaces = false }: Readonly<{ withPlaces?: boolean }> = {},
): string =>
  `read_parquet(${quoted(join(folder, `${name}.parquet`))}${withPlaces ? ', file_row_number = true' : ''})`;
