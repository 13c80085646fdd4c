import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Certainty } from '../domain/certainty.ts';
import type { Ending, SuccessionLink } from '../domain/succession.ts';
import { provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

/** A line of descent with why and from where it is known. */
export type RecordedSuccession = SuccessionLink &
  Readonly<{ kind: Ending; reason: string; source: string; certainty: Certainty }>;

/** Every line of descent in the register: a few for each reorganisation, so they are read whole. */
export async function listSuccessions(sql: Sql): Promise<readonly RecordedSuccession[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.succession')
    .selectAll()
    .orderBy('on_day')
    .orderBy('predecessor')
    .orderBy('successor')
    .execute();
  return rows.map((row) => ({
    predecessor: row.predecessor,
    successor: row.successor ?? undefined,
    on: row.on_day,
    kind: row.kind as Ending,
    reason: row.reason,
    ...provenanceFrom(row),
  }));
}

/** Adds lines of descent. They are never changed. */
export async function insertSuccessions(
  sql: Sql,
  successions: readonly RecordedSuccession[],
  recordedOn: IsoDate,
): Promise<void> {
  if (successions.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.succession')
    .values(
      successions.map((each) => ({
        predecessor: each.predecessor,
        successor: each.successor ?? null,
        on_day: each.on,
        kind: each.kind,
        reason: each.reason,
        source: each.source,
        certainty: each.certainty,
        recorded_on: recordedOn,
      })),
    )
    .execute();
}
