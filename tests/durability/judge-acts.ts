import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import { draftedRule, draftId, seatPrefix } from './endless-forms.ts';
import type { Ledger } from './writers.ts';

/** What is wrong with the acts of a body; the ids of those concerned. */
export type ActFaults = Readonly<{
  /** Acknowledged, and something of it is not there. */
  lost: readonly string[];
  /** Of its row, its entry in the record and its kept answer, some are there and some are not. */
  halfDone: readonly string[];
  /** Something of it is there more than once. */
  doubled: readonly string[];
  /** There in full, and nobody was told so, or with a key that it was not sent with. */
  unasked: readonly string[];
}>;

/** Where an act leaves something: each list holds the ids of the acts found there. */
type Traces = Readonly<{ rows: readonly string[]; entries: readonly string[]; answers: readonly string[] }>;

/**
 * Holds what a body's tables, the record and the kept answers say against what its officers were told. To be asked
 * when nobody writes, as that body sees the database.
 */
export async function judgeActs(sql: Sql, { bodyId, acts }: Ledger): Promise<ActFaults> {
  const submissions = await submissionsOf(sql, bodyId);
  const seats = await seatsOf(sql, bodyId);
  const drafts = await draftsOf(sql, bodyId);
  const traces: Traces = {
    rows: [...seats.rows, ...drafts.rows],
    entries: [...seats.entries, ...drafts.entries],
    answers: submissions.map(({ id }) => id),
  };
  const places = Object.values(traces).map(countEach);
  const counts = (id: string) => places.map((place) => place.get(id) ?? 0);
  const found = [...new Set(Object.values(traces).flat())];
  const keys = new Map(acts.map(({ id, key }) => [id, key]));
  const whole = (id: string) => counts(id).every((count) => count > 0);
  return {
    lost: [...keys.keys()].filter((id) => !whole(id)),
    halfDone: found.filter((id) => !whole(id)),
    doubled: found.filter((id) => counts(id).some((count) => count > 1)),
    unasked: submissions.filter(({ id, key }) => whole(id) && keys.get(id) !== key).map(({ id }) => id),
  };
}

function countEach(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Offices by their own ids; one without a version is no office yet, and shows as something else. */
async function seatsOf(sql: Sql, bodyId: string): Promise<Omit<Traces, 'answers'>> {
  const { rows } = await raw<{ id: string }>`
    select case when title is null then id || ' without a version' else id end as id
    from register.office left join register.office_version on office_id = id
    where body_id = ${bodyId} and id like ${`${bodyId}.${seatPrefix}%`}
  `.execute(sql.tables());
  const entries = await raw<{ id: string }>`
    select leaf::jsonb -> 'facts' ->> 'officeId' as id from record.entry
    where act = 'register.office.added' and body_id = ${bodyId}
  `.execute(sql.tables());
  return { rows: rows.map(({ id }) => id), entries: entries.rows.map(({ id }) => id) };
}

/** A draft replaces the one before: the row of version 12 is the trace of the first twelve. */
async function draftsOf(sql: Sql, bodyId: string): Promise<Omit<Traces, 'answers'>> {
  const asAnswered = (version: number, reason: string | null) =>
    reason === draftId(bodyId, version) ? reason : `${bodyId} draft ${version} that says "${reason}"`;
  const { rows } = await raw<{ version: number; reason: string | null }>`
    select version, answers ->> 'reason' as reason from register.draft
    where body_id = ${bodyId} and about = ${`rule:${draftedRule}`}
  `.execute(sql.tables());
  const entries = await raw<{ version: number; reason: string | null }>`
    select (payload::jsonb -> 'facts' ->> 'version')::int as version,
      payload::jsonb -> 'facts' -> 'answers' ->> 'reason' as reason
    from record.private_entry
  `.execute(sql.tables());
  return {
    rows: rows.flatMap(({ version, reason }) => [
      ...Array.from({ length: version - 1 }, (_, index) => draftId(bodyId, index + 1)),
      asAnswered(version, reason),
    ]),
    entries: entries.rows.map(({ version, reason }) => asAnswered(version, reason)),
  };
}

/** What is kept to answer a repeated form with says which act it did. */
async function submissionsOf(sql: Sql, bodyId: string): Promise<readonly { id: string; key: string }[]> {
  const { rows } = await raw<{ key: string; office: string | null; version: number | null }>`
    select key, outcome::jsonb ->> 'officeId' as office, (outcome::jsonb ->> 'version')::int as version
    from record.submission
  `.execute(sql.tables());
  return rows.map(({ key, office, version }) => ({
    key,
    id: office ?? (version === null ? `the unanswered form ${key}` : draftId(bodyId, version)),
  }));
}
