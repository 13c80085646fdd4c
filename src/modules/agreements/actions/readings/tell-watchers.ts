import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Entry } from '#platform/record';
import { figuresWatched, watchFigure } from '#modules/governance';
import { figureName } from '../../domain/reading/reading-paths.ts';
import type { Measured } from '../../domain/reading/reading.ts';
import { recentReadings } from '../../store/readings.ts';

/**
 * Gives the latest figure of each series and area to scrutiny’s conditions that watch it, on the day it became known, so that
 * a condition that fails slips by itself. A revision of an old period tells them nothing new.
 */
export async function tellWatchers(
  sql: Sql,
  published: readonly Measured[],
  { byOffice, today, now }: Readonly<{ byOffice: string; today: IsoDate; now: Date }>,
): Promise<readonly Entry[]> {
  const watched = await figuresWatched(sql);
  const told = new Map(
    published.filter((each) => watched.has(figureName(each))).map((each) => [figureName(each), each]),
  );
  const entries: Entry[] = [];
  for (const latest of await recentReadings(sql, [...told.values()], { periods: 1 })) {
    const isOfThese = published.some(
      (each) => figureName(each) === figureName(latest) && each.period.to === latest.period.to,
    );
    if (latest.value === undefined || !isOfThese) continue;
    const { source } = latest;
    const reading = { figure: figureName(latest), value: Number(latest.value), on: today, source, byOffice };
    entries.push(...(await watchFigure(sql, reading, { today, now })));
  }
  return entries;
}
