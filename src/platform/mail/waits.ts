const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** From a minute, for a server that is being started again or greets strangers with "later", to three hours. */
const waitsMs = [1 * minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 3 * hourMs];

/** How long a letter waits after so many tries. */
export const waitAfter = (tries: number): number => waitsMs[Math.min(tries, waitsMs.length) - 1] ?? minuteMs;

/** RFC 5321, 4.5.4.1: four or five days are tried before a letter is given up. */
export const giveUpAfterMs = 5 * 24 * hourMs;
