import type { Sql } from '#platform/db';
import { dateParts, groupBy, type IsoDate, latestOf } from '#platform/kernel';
import { entriesFrom, entriesPage } from '#platform/record';
import { counted, type Counted, decisionFigures, type DecisionFigures } from '../../domain/league/figures.ts';
import type { JudgedDecision } from '../../domain/league/judged-decision.ts';
import { bodiesThatDecided } from './bodies-that-decided.ts';
import { judgedDecisions } from './league-decisions.ts';
import { type Touched, touchedBy } from './touched.ts';

/** The decisions a body took in one year, added up. */
export type BookYear = Readonly<{
  figures: DecisionFigures;
  lines: readonly (Counted & Readonly<{ publishedOn: IsoDate }>)[];
  /** From this day on all of them are published, and the figures are those of the whole year. */
  allPublishedOn: IsoDate;
}>;

/**
 * Every body’s decisions, judged and added up year by year, kept in memory. It follows the record: before it answers, it
 * reads what was done since, and judges anew the years that this was about.
 */
export type LeagueBook = Readonly<{
  /** By body and year. */
  years(sql: Sql): Promise<ReadonlyMap<string, ReadonlyMap<number, BookYear>>>;
}>;

/** More entries than this at once, as after an import, and everything is judged anew. */
const entriesAtOnce = 2000;

export function openLeagueBook(): LeagueBook {
  const bodies = new Map<string, Map<number, BookYear>>();
  let next: number | undefined;

  async function readOn(sql: Sql): Promise<void> {
    if (next === undefined) {
      next = await endOfRecord(sql);
    } else {
      const read = await entriesFrom(sql, next, entriesAtOnce);
      if (read.next - next < entriesAtOnce) {
        for (const touched of await touchedBy(sql, read.entries)) await judgeAgain(sql, touched);
        next = read.next;
      } else {
        next = await endOfRecord(sql);
        bodies.clear();
      }
    }
    for (const bodyId of await bodiesThatDecided(sql))
      if (!bodies.has(bodyId)) bodies.set(bodyId, byYear(await judgedDecisions(sql, { bodyId })));
  }

  async function judgeAgain(sql: Sql, touched: Touched): Promise<void> {
    if (touched === 'everything') return bodies.clear();
    const { bodyId, year } = touched;
    if (year === undefined) return void bodies.delete(bodyId);
    const [judged] = byYear(await judgedDecisions(sql, { bodyId, year }));
    if (judged !== undefined) bodies.get(bodyId)?.set(...judged);
  }

  // One after the other, so that nobody is answered from a book that another is still putting right.
  let last: Promise<unknown> = Promise.resolve();
  return {
    async years(sql) {
      const reading = last.then(() => readOn(sql));
      last = reading.catch(() => undefined);
      await reading;
      return bodies;
    },
  };
}

function byYear(judged: readonly JudgedDecision[]): Map<number, BookYear> {
  const years = groupBy(judged, ({ decision }) => dateParts(decision.takenOn).year);
  return new Map([...years].map(([year, own]) => [year, bookYear(own)]));
}

function bookYear(judged: readonly JudgedDecision[]): BookYear {
  const lines = judged.map((each) => ({ ...counted(each), publishedOn: each.decision.publishedOn }));
  const [first, ...others] = lines.map(({ publishedOn }) => publishedOn);
  if (first === undefined) throw new Error('A year in the book has at least one decision');
  return { figures: decisionFigures(lines), lines, allPublishedOn: latestOf(first, ...others) };
}

/** The number that the next entry will have. */
async function endOfRecord(sql: Sql): Promise<number> {
  const { entries } = await entriesPage(sql, { limit: 1 });
  return (entries[0]?.seq ?? -1) + 1;
}
