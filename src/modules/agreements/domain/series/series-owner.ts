import type { IsoDate, Role } from '#platform/kernel';

/** Who must bring the readings of a series about an area: the office of a body that has the role, never a person. */
export type SeriesOwner = Readonly<{
  seriesId: string;
  areaId: string;
  bodyId: string;
  role: Role;
  from: IsoDate;
  /** The first day it no longer does. */
  until: IsoDate | undefined;
  namedBy: string;
}>;

/** Who has to bring the readings about an area on a day; undefined: nobody is named. */
export const ownerOn = (
  owners: readonly SeriesOwner[],
  areaId: string,
  on: IsoDate,
): SeriesOwner | undefined =>
  owners.findLast(
    (owner) => owner.areaId === areaId && owner.from <= on && (owner.until === undefined || on < owner.until),
  );

/** By which a form knows again who was named last when it was opened, and until when: `body role`, or empty. */
export const ownerSeen = (owner: Pick<SeriesOwner, 'bodyId' | 'role' | 'until'> | undefined): string =>
  owner === undefined ? '' : [owner.bodyId, owner.role, owner.until ?? ''].join(' ').trim();
