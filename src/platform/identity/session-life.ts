/** A working day with an evening meeting. */
const sessionHours = 12;

/** An hour and a half away from the desk. */
const idleMinutes = 90;

/** How stale "last seen" may get before it is written again, so that reading a page seldom writes. */
const seenMinutes = 1;

/** When a session that starts now ends, whatever is done in it. */
export const endOfSession = (now: Date): Date => minutesFrom(now, sessionHours * 60);

/** A session last seen at this moment, or before it, has ended for being idle. */
export const idleSince = (now: Date): Date => minutesFrom(now, -idleMinutes);

/** A session last seen before this moment is to be marked as seen again. */
export const seenLately = (now: Date): Date => minutesFrom(now, -seenMinutes);

const minutesFrom = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);
