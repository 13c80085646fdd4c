import type { Database, Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { EntryWithAbout } from '#platform/record';
import type { Going } from '../../domain/series/going.ts';
import type { SeriesInArea } from '../../store/readings.ts';
import { listSeriesInAreas, seriesInBatches } from '../../store/series-in-areas.ts';
import { followRecord, oneAfterTheOther } from '../record-followed.ts';
import { curveKey, goingsOf } from './goings.ts';
import type { Moment } from './moment.ts';

/** How every series goes in every area, by `curveKey`. */
export type Goings = ReadonlyMap<string, Going>;

/**
 * How everything goes on the days that readers ask about, kept in memory. It follows the record: before it answers, it
 * reads what was done since, and works out anew what that was about. Nothing of it is stored.
 */
export type ProgressBook = Readonly<{ on(sql: Sql, moment: Moment): Promise<Goings> }>;

/** Today and a few other days. */
const daysKept = 6;

const books = new WeakMap<Database, ProgressBook>();

/** The book of a site: one for its database, whichever page asks. */
export function progressBookOf(database: Database): ProgressBook {
  const book = books.get(database) ?? openProgressBook();
  books.set(database, book);
  return book;
}

export function openProgressBook(): ProgressBook {
  const days = new Map<IsoDate, Day>();
  const doneSince = followRecord();

  async function readOn(sql: Sql): Promise<void> {
    const done = await doneSince(sql);
    if (done.length === 0) return;
    const touched = done === 'much' ? 'everything' : await touchedBy(sql, done, groundsOf(days));
    if (touched === 'everything') return days.clear();
    if (touched.length === 0) return;
    for (const [on, day] of days) {
      const found = await goingsOf(sql, touched, { on, at: day.at });
      // Another map: whoever reads the one before reads it to its end, and what was made of it is not taken for this one’s.
      const goings = new Map(day.goings);
      for (const going of found.goings) goings.set(curveKey(keyOf(going)), going);
      days.set(on, { ...day, goings });
    }
  }

  async function ofDay(sql: Sql, { on, at }: Moment): Promise<Goings> {
    await readOn(sql);
    const kept = days.get(on);
    const isGood = kept !== undefined && (kept.changesAt === undefined || at < kept.changesAt);
    const day = isGood ? kept : await workedOut(sql, { on, at });
    days.delete(on);
    days.set(on, day);
    for (const oldest of days.keys()) {
      if (days.size <= daysKept) break;
      days.delete(oldest);
    }
    return day.goings;
  }

  const inTurn = oneAfterTheOther();
  return { on: (sql, moment) => inTurn(() => ofDay(sql, moment)) };
}

type Day = Readonly<{ at: Date; goings: Goings; changesAt: Date | undefined }>;

async function workedOut(sql: Sql, moment: Moment): Promise<Day> {
  const { goings, changesAt } = await goingsOf(sql, await listSeriesInAreas(sql), moment);
  return { at: moment.at, goings: byCurve(goings), changesAt };
}

const keyOf = ({ series, areaId }: Going): SeriesInArea => ({ seriesId: series.id, areaId });

const byCurve = (goings: readonly Going[]): Map<string, Going> =>
  new Map(goings.map((going) => [curveKey(keyOf(going)), going]));

/** Which curves these entries of the record changed. Readings and stories change their own; what else may, all of them. */
async function touchedBy(
  sql: Sql,
  entries: readonly EntryWithAbout[],
  grounds: ReadonlySet<string>,
): Promise<'everything' | readonly SeriesInArea[]> {
  const curves: SeriesInArea[] = [];
  const batches: string[] = [];
  for (const { entry, about } of entries) {
    const [, room, seriesId, areaId] = entry.subject.split('/');
    if (entry.act === 'agreements.story.told' && room === 'series' && seriesId && areaId)
      curves.push({ seriesId, areaId });
    else if (entry.act === 'agreements.readings.published')
      batches.push(entry.subject.split('/').at(-1) ?? '');
    else if (mayTouchAnything.some((start) => entry.act.startsWith(start))) return 'everything';
    else if (about.some(({ kind, id }) => kind === 'things' && grounds.has(id))) return 'everything';
  }
  return [...curves, ...(await seriesInBatches(sql, batches))];
}

/** What may begin or end any target: its own acts, and the rules of bodies, by which their decisions take effect. */
const mayTouchAnything = [
  'agreements.target',
  'agreements.agreement',
  'agreements.stage',
  'agreements.series',
  'agreements.indicator',
  'agreements.framework',
  'register.',
];

/** The pages of the decisions by which partners consented: what becomes of one may begin or end a target. */
function groundsOf(days: ReadonlyMap<IsoDate, Day>): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const { goings } of days.values())
    for (const { targets } of goings.values())
      for (const { target } of targets)
        for (const { decisionId } of target.answers)
          if (decisionId !== undefined) pages.add(`/decisions/${decisionId}`);
  return pages;
}
