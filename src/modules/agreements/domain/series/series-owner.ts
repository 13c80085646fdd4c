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
