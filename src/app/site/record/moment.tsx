import { formatLondonTime, londonTime } from '#platform/kernel';

/** When an act was done, as London's clocks showed it. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatLondonTime(londonTime(new Date(at)))}</time>;
}
