import { type IsoDate, lastMomentOf } from '#platform/kernel';
import type { Reading, ReadingStatus } from '../reading/reading.ts';

/**
 * What was known at the end of a day: of each series, area and period the last revision published by then, in the order of
 * their periods. A revision published later changes no earlier answer.
 */
export function knownOn<Known extends Reading>(readings: readonly Known[], on: IsoDate): readonly Known[] {
  const until = lastMomentOf(on);
  const known = new Map<string, Known>();
  for (const reading of readings) {
    if (reading.publishedAt > until) continue;
    const key = `${reading.seriesId} ${reading.areaId} ${reading.period.from} ${reading.period.to}`;
    const held = known.get(key);
    if (held === undefined || isLater(reading, held)) known.set(key, reading);
  }
  return [...known.values()].toSorted((a, b) => byPeriod(a, b));
}

/** The newest period of which anything was known at the end of a day, figure or none. */
export function latestKnown<Known extends Reading>(
  readings: readonly Known[],
  on: IsoDate,
): Known | undefined {
  return knownOn(readings, on).at(-1);
}

/** A reading with its figure. */
export type Figured<Known extends Reading = Reading> = Known & Readonly<{ value: string }>;

/** The newest period whose figure was known at the end of a day: those suppressed or not available are passed over. */
export function latestFigure<Known extends Reading>(
  readings: readonly Known[],
  on: IsoDate,
): Figured<Known> | undefined {
  return knownOn(readings, on).findLast((reading): reading is Figured<Known> => hasFigure(reading));
}

export function hasFigure<Known extends Reading>(reading: Known): reading is Figured<Known> {
  return reading.value !== undefined;
}

/** Whether a figure is firm enough to count as achieved or to earn reward: an estimate or a provisional one never is. */
export const isFirm = (status: ReadingStatus): boolean => status === 'final' || status === 'revised';

/**
 * Whether a revision of one status may follow one of another: estimates become provisional, provisional figures final, and a
 * final one is only ever revised. A figure may be suppressed or withdrawn at any time, and come back as what it was to be.
 */
export function mayFollow(before: ReadingStatus, next: ReadingStatus): boolean {
  if (next === 'suppressed' || next === 'not-available') return true;
  if (isFirm(before)) return next === 'revised';
  return before !== 'provisional' || next !== 'estimate';
}

function isLater(a: Reading, b: Reading): boolean {
  if (a.revision !== b.revision) return a.revision > b.revision;
  return a.publishedAt > b.publishedAt;
}

function byPeriod(a: Reading, b: Reading): number {
  const [one, other] = [sortKey(a), sortKey(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

const sortKey = ({ seriesId, areaId, period }: Reading): string =>
  `${period.to} ${period.from} ${seriesId} ${areaId}`;
