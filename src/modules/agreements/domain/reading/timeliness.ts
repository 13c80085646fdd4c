import { type IsoDate, londonDate } from '#platform/kernel';

/** How a reading that was due stands on a day: by the day on which its first revision was published. */
export type Timeliness = 'on-time' | 'late' | 'missing' | 'not-yet-due';

/** Judges one reading by its due day; published on the day itself it is on time. */
export function timelinessOf(
  { due, publishedAt }: Readonly<{ due: IsoDate; publishedAt: Date | undefined }>,
  on: IsoDate,
): Timeliness {
  const published = publishedAt === undefined ? undefined : londonDate(publishedAt);
  if (published === undefined || published > on) return due < on ? 'missing' : 'not-yet-due';
  return published <= due ? 'on-time' : 'late';
}

/** One body’s readings of one year, added up. */
export type TimelinessFigures = Readonly<{ due: number; onTime: number; late: number; missing: number }>;
