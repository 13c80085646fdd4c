import type { Measured } from './reading.ts';

/** The page of readings that were published together. */
export const readingsPath = ({ id }: Readonly<{ id: string }>): string => `/readings/${id}`;

/** The page of a series in an area. */
export const seriesAreaPath = ({ seriesId, areaId }: Pick<Measured, 'seriesId' | 'areaId'>): string =>
  `/series/${seriesId}/${areaId}`;

/** The name under which scrutiny’s conditions watch a series in an area. */
export const figureName = ({ seriesId, areaId }: Pick<Measured, 'seriesId' | 'areaId'>): string =>
  `${seriesId}/${areaId}`;
