import { londonDate, type LondonTime, londonTime } from '#platform/kernel';
import type { RecordedEntry } from './queries.ts';

/** When an act was done, as a clock in London showed it. */
export const momentOf = ({ at }: Pick<RecordedEntry, 'at'>): LondonTime => londonTime(new Date(at));

/** The day of an act in London. */
export const dayOf = ({ at }: Pick<RecordedEntry, 'at'>): ReturnType<typeof londonDate> =>
  londonDate(new Date(at));
