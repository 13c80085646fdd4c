import { type Clock, londonDate } from '#platform/kernel';

/** The clock on the wall. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => londonDate(new Date()),
};
