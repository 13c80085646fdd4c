import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { sql as raw } from 'kysely';
import { endOf } from '../domain/succession.ts';
import { listSuccessions, type RecordedSuccession } from '../store/successions.ts';
import type { RegisterTables } from '../store/tables.ts';
import { type BodyLine, everyBody } from './bodies.ts';
import { type PlaceLine, placesServed } from './places.ts';

/** What points at a body and stays when it ends. */
export type PointingAt = Readonly<{
  offices: number;
  /** Versions of its own rules. */
  rules: number;
  /** Seats in other bodies that are held for it. */
  heldFor: number;
  /** Public entries of the record by its offices; counted to a thousand. */
  entries: number;
  moreEntries: boolean;
}>;

const entriesCounted = 1000;

/** What is needed to record the end of a body and to say what follows from it. */
export type EndingToRecord = Readonly<{
  body: BodyLine;
  /** The end that is recorded already. */
  recorded: readonly RecordedSuccession[];
  /** Every line of descent in the register. */
  links: readonly RecordedSuccession[];
  /** Bodies that can take its place: every one without an end, but itself. */
  others: readonly BodyLine[];
  places: readonly PlaceLine[];
  pointing: PointingAt;
}>;

/** Reads what the form that ends a body offers; undefined where the register never had it. */
export async function endingToRecord(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
): Promise<EndingToRecord | undefined> {
  const bodies = await everyBody(sql, { on });
  const body = bodies.find(({ id }) => id === bodyId);
  if (body === undefined) return undefined;
  const links = await listSuccessions(sql);
  return {
    body,
    recorded: links.filter(({ predecessor }) => predecessor === bodyId),
    links,
    others: bodies.filter(({ id }) => id !== bodyId && endOf(id, links) === undefined),
    places: await placesServed(sql, bodyId, { on }),
    pointing: await pointingAt(sql, bodyId),
  };
}

async function pointingAt(sql: Sql, bodyId: string): Promise<PointingAt> {
  const { rows } = await raw<Readonly<Record<'offices' | 'rules' | 'heldFor', bigint>>>`
    select
      (select count(*) from register.office where body_id = ${bodyId}) as offices,
      (select count(*) from register.rule_version where body_id = ${bodyId}) as rules,
      (select count(distinct id) from register.holding where on_behalf_of = ${bodyId}) as "heldFor"`.execute(
    sql.tables<RegisterTables>(),
  );
  const { entries, next } = await entriesPage(sql, { body: bodyId, limit: entriesCounted });
  const [counted] = rows;
  if (counted === undefined) throw new Error('A count answers with one row');
  return {
    offices: Number(counted.offices),
    rules: Number(counted.rules),
    heldFor: Number(counted.heldFor),
    entries: entries.length,
    moreEntries: next !== undefined,
  };
}
