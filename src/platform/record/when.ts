import { type LondonTime, londonTime } from '#platform/kernel';
import type { RecordedEntry } from './queries.ts';

/** When an act was done, as London's clocks showed it. */
export const momentOf = ({ at }: Pick<RecordedEntry, 'at'>): LondonTime => londonTime(new Date(at));
