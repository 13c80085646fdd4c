import type { Clock } from './clock.ts';
import { londonDate } from './london-time.ts';

/** A clock that has stopped at an instant, for tests and for looking at things as they stood. */
export function fixedClock(instant: Date): Clock {
  const stopped = instant.getTime();
  return { now: () => new Date(stopped), today: () => londonDate(new Date(stopped)) };
}
