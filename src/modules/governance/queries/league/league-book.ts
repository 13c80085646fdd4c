import type { Sql } from '#platform/db';
import { dateParts, type IsoDate } from '#platform/kernel';
import { entriesFrom, entriesPage } from '#platform/record';
import { counted, type Counted } from '../../domain/league/figures.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { judgedDecisions } from './league-decisions.ts';

/** A judged decision in short, with the year it was taken in and the day from which it can be counted. */
export type BookLine = Counted & Readonly<{ year: number; publishedOn: IsoDate }>;

/**
 * Every body’s judged decisions, kept in memory. It follows the record: before it answers, it reads what was done since and
 * judges anew the bodies that this was about; what concerns no body, such as the law, concerns them all.
 */
export type LeagueBook = Readonly<{
  countedByBody(sql: Sql): Promise<ReadonlyMap<string, readonly BookLine[]>>;
}>;

/** More entries than this at once, as after an import, and everything is judged anew. */
const entriesAtOnce = 2000;

export function openLeagueBook(): LeagueBook {
  const kept = new Map<string, Promise<readonly BookLine[]>>();
  let next: number | undefined;

  async function readOn(sql: Sql): Promise<void> {
    const from = next;
    if (from === undefined) {
      next = await endOfRecord(sql);
      return;
    }
    const read = await entriesFrom(sql, from, entriesAtOnce);
    // Another reader of the same book was quicker.
    if (next !== from) return;
    next = read.next;
    if (read.next - from >= entriesAtOnce) {
      next = await endOfRecord(sql);
      kept.clear();
      return;
    }
    for (const { about } of read.entries) {
      const bodies = about.filter(({ kind }) => kind === 'bodies');
      if (bodies.length === 0) kept.clear();
      for (const { id } of bodies) kept.delete(id);
    }
  }

  return {
    async countedByBody(sql) {
      await readOn(sql);
      const bodies = await bodiesThatDecided(sql);
      const found = await Promise.all(
        bodies.map(async (bodyId) => {
          const lines = kept.get(bodyId) ?? judge(sql, bodyId);
          kept.set(bodyId, lines);
          // What could not be read is not kept.
          lines.catch(() => kept.delete(bodyId));
          return [bodyId, await lines] as const;
        }),
      );
      return new Map(found);
    },
  };
}

async function judge(sql: Sql, bodyId: string): Promise<readonly BookLine[]> {
  const judged = await judgedDecisions(sql, { bodyId });
  return judged.map((each) => ({
    ...counted(each),
    year: dateParts(each.decision.takenOn).year,
    publishedOn: each.decision.publishedOn,
  }));
}

/** The number that the next entry will have. */
async function endOfRecord(sql: Sql): Promise<number> {
  const { entries } = await entriesPage(sql, { limit: 1 });
  return (entries[0]?.seq ?? -1) + 1;
}

/** Found by stepping from body to body along the index, not by reading every decision. */
async function bodiesThatDecided(sql: Sql): Promise<readonly string[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .withRecursive('body', (db) =>
      db
        .selectFrom('governance.decision')
        .select(({ fn }) => fn.min('body_id').as('id'))
        .unionAll(
          db
            .selectFrom('body')
            .select((eb) =>
              eb
                .selectFrom('governance.decision')
                .select(({ fn }) => fn.min('body_id').as('id'))
                .whereRef('governance.decision.body_id', '>', 'body.id')
                .as('id'),
            )
            .where('body.id', 'is not', null),
        ),
    )
    .selectFrom('body')
    .select('id')
    .where('id', 'is not', null)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}
