import type { IsoDate } from '#platform/kernel';

/** What lies behind a reading, in the words of the office that owns it. Never edited: another one is told after it. */
export type Story = Readonly<{
  seriesId: string;
  areaId: string;
  number: number;
  /** The last day of the period whose reading it tells of. */
  periodTo: IsoDate;
  says: string;
  bodyId: string;
  byOffice: string;
  publishedAt: Date;
}>;
