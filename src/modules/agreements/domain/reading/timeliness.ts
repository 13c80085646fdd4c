import type { IsoDate } from '#platform/kernel';

/** How a reading that was due stands on a day: by the day on which its first revision was published. */
export type Timeliness = 'on-time' | 'late' | 'missing' | 'not-yet-due';

/** Judges one reading by its due day; published on the day itself it is on time. */
export function timelinessOf(
  { due, publishedOn }: Readonly<{ due: IsoDate; publishedOn: IsoDate | undefined }>,
  on: IsoDate,
): Timeliness {
  if (publishedOn === undefined || publishedOn > on) return due < on ? 'missing' : 'not-yet-due';
  return publishedOn <= due ? 'on-time' : 'late';
}

/** One body’s readings of one year, added up. */
export type TimelinessFigures = Readonly<{ due: number; onTime: number; late: number; missing: number }>;
