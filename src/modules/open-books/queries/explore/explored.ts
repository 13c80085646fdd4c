import { remembered } from '#platform/db';
import type { ServicesWithFiles } from '#platform/module';
import { type Dataset, type Release, standingReleases } from '../../domain/release/release.ts';
import { listSupplierChoices } from '../../store/supplier-choices.ts';
import { listReleases } from '../../store/releases.ts';
import { viewOf } from '../../store/views/ensure-views.ts';
import { type AllView, isLinked, isLinkedSince } from '../../store/views/view-paths.ts';

export type ExploreServices = Pick<ServicesWithFiles, 'database' | 'published' | 'clock' | 'onFault'>;

/** What is published and counts: the releases, and what was worked out from them. */
export type Explored = Readonly<{
  view: AllView;
  standing: readonly Release[];
  /** All there ever were, those published last first. */
  releases: readonly Release[];
  /** Whether it was found which payees are one supplier; otherwise each stands by itself, until something else is published. */
  isLinked: boolean;
}>;

/** What counts today of one dataset. Built by whoever finds it missing, as after a restore from a copy. */
export async function explored(services: ExploreServices, dataset: Dataset = 'spending'): Promise<Explored> {
  const read = async (): Promise<Explored> => {
    const releases = await listReleases(services.database, { dataset });
    const standing = standingReleases(releases);
    const choices = await listSupplierChoices(services.database);
    const view = await viewOf(services, standing, choices);
    return { view, standing, releases, isLinked: isLinked(view) };
  };
  const known = await remembered(services.database, `open-books.explored ${dataset}`, read);
  return isLinkedSince(known.view) ? read() : known;
}
