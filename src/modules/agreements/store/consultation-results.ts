import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Count, Counted, Tally } from '../domain/consultation/analysis.ts';
import type { ModerationOutcome, PublishedText } from '../domain/consultation/moderation.ts';
import type { Point, PointOutcome } from '../domain/consultation/point.ts';
import type { RespondentKind } from '../domain/consultation/sheet.ts';
import type { ConsultationTables } from './tables/consultations.ts';

/** The results of a consultation as they were published. */
export type ConsultationResult = Readonly<{
  says: string;
  tally: Tally;
  source: string;
  byOffice: string;
  at: Date;
}>;

/** A response as everybody may know of it. The name of an organisation is with the texts that an officer let be read. */
export type Respondent = Pick<Counted, 'number' | 'kind' | 'cameBy'>;

export async function listResults(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ConsultationResult>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_result')
    .selectAll()
    .where('consultation_id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.consultation_id,
      {
        says: row.says,
        tally: {
          responses: row.responses,
          online: row.online ?? undefined,
          paper: row.paper ?? undefined,
          byOrganisation: row.by_organisation ?? undefined,
          organisations: row.organisations ?? undefined,
          byResident: row.by_resident ?? undefined,
          alike: row.alike ?? undefined,
        },
        source: row.source,
        byOffice: row.by_office,
        at: row.at,
      },
    ]),
  );
}

/** Publishes results. False when they are published already. */
export async function insertResult(
  sql: Sql,
  consultationId: string,
  { says, tally, source, byOffice, at }: ConsultationResult,
): Promise<boolean> {
  const inserted = await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.consultation_result')
    .values({
      consultation_id: consultationId,
      says,
      responses: tally.responses,
      online: tally.online ?? null,
      paper: tally.paper ?? null,
      by_organisation: tally.byOrganisation ?? null,
      organisations: tally.organisations ?? null,
      by_resident: tally.byResident ?? null,
      alike: tally.alike ?? null,
      source,
      by_office: byOffice,
      at,
    })
    .onConflict((conflict) => conflict.column('consultation_id').doNothing())
    .returning('consultation_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** So many rows at once that no statement has more parameters than PostgreSQL takes. */
const rowsAtOnce = 5000;

/** Publishes the counts and who answered, each in one journey for thousands. */
export async function insertCounts(
  sql: Sql,
  consultationId: string,
  counts: readonly Count[],
  respondents: readonly Respondent[],
): Promise<void> {
  const tables = sql.tables<ConsultationTables>();
  for (let from = 0; from < counts.length; from += rowsAtOnce)
    await tables
      .insertInto('agreements.consultation_count')
      .values(
        counts
          .slice(from, from + rowsAtOnce)
          .map(({ count, ...key }) => ({ consultation_id: consultationId, ...key, count: count ?? null })),
      )
      .execute();
  for (let from = 0; from < respondents.length; from += rowsAtOnce)
    await tables
      .insertInto('agreements.consultation_respondent')
      .values(
        respondents.slice(from, from + rowsAtOnce).map(({ number, kind, cameBy }) => ({
          consultation_id: consultationId,
          number,
          kind,
          came_by: cameBy,
        })),
      )
      .execute();
}

export async function listCounts(sql: Sql, consultationId: string): Promise<readonly Count[]> {
  const rows = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_count')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('question')
    .orderBy('kind')
    .orderBy('place')
    .orderBy('choice')
    .execute();
  return rows.map(({ question, kind, place, choice, count }) => ({
    question,
    kind: kind as RespondentKind,
    place,
    choice,
    count: count ?? undefined,
  }));
}

export async function listRespondents(sql: Sql, consultationId: string): Promise<readonly Respondent[]> {
  const rows = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_respondent')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as RespondentKind,
    cameBy: row.came_by as Respondent['cameBy'],
  }));
}

/** What became of responses, by consultation, in the order said. */
export async function listPoints(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Point[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_point')
    .selectAll()
    .where('consultation_id', 'in', ids)
    .orderBy('number')
    .execute();
  const byConsultation = groupBy(rows, ({ consultation_id }) => consultation_id);
  return new Map(
    [...byConsultation].map(([id, points]) => [
      id,
      points.map((row): Point => ({
        number: row.number,
        said: row.said,
        outcome: row.outcome as PointOutcome,
        did: row.did,
        link:
          row.link_path === null
            ? undefined
            : { title: row.link_title ?? row.link_path, path: row.link_path },
        responses: row.responses,
        byOffice: row.by_office,
        at: row.at,
      })),
    ]),
  );
}

/** Adds what became of some responses. The caller holds the lock of the consultation. */
export async function insertPoint(sql: Sql, consultationId: string, point: Point): Promise<void> {
  await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.consultation_point')
    .values({
      consultation_id: consultationId,
      number: point.number,
      said: point.said,
      outcome: point.outcome,
      did: point.did,
      link_title: point.link?.title ?? null,
      link_path: point.link?.path ?? null,
      responses: point.responses,
      by_office: point.byOffice,
      at: point.at,
    })
    .execute();
}

/** The decisions on free texts and names that stood at a moment, the last of each: of all responses, or of one. */
export async function listTexts(
  sql: Sql,
  consultationId: string,
  { by, response }: Readonly<{ by?: Date; response?: number }> = {},
): Promise<readonly PublishedText[]> {
  let query = sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.published_text')
    .selectAll()
    .distinctOn(['response', 'question'])
    .where('consultation_id', '=', consultationId)
    .orderBy('response')
    .orderBy('question')
    .orderBy('revision', 'desc');
  if (by !== undefined) query = query.where('at', '<=', by);
  if (response !== undefined) query = query.where('response', '=', response);
  return (await query.execute()).map((row) => ({
    response: row.response,
    question: row.question,
    revision: row.revision,
    outcome: row.outcome as ModerationOutcome,
    says: row.says ?? undefined,
    reason: row.reason,
    byOffice: row.by_office,
    at: row.at,
  }));
}

/** Lets a text be read, or no longer: what earlier decisions let be read of it is emptied out. */
export async function insertText(sql: Sql, consultationId: string, text: PublishedText): Promise<void> {
  const tables = sql.tables<ConsultationTables>();
  await tables
    .updateTable('agreements.published_text')
    .set({ says: null })
    .where('consultation_id', '=', consultationId)
    .where('response', '=', text.response)
    .where('question', '=', text.question)
    .execute();
  await tables
    .insertInto('agreements.published_text')
    .values({
      consultation_id: consultationId,
      response: text.response,
      question: text.question,
      revision: text.revision,
      outcome: text.outcome,
      says: text.says ?? null,
      reason: text.reason,
      by_office: text.byOffice,
      at: text.at,
    })
    .execute();
}

/** When the answers to a consultation were deleted, and how many there were. */
export type Purge = Readonly<{ responses: number; byOffice: string; at: Date }>;

export async function findPurge(sql: Sql, consultationId: string): Promise<Purge | undefined> {
  const row = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_purge')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  return row && { responses: row.responses, byOffice: row.by_office, at: row.at };
}

export async function insertPurge(
  sql: Sql,
  consultationId: string,
  { responses, byOffice, at }: Purge,
): Promise<void> {
  await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.consultation_purge')
    .values({ consultation_id: consultationId, responses, by_office: byOffice, at })
    .execute();
}

/** Consultations whose answers were to be kept no longer than a day before this one, and are not deleted yet. */
export async function consultationsToPurge(
  sql: Sql,
  { today, bodyId }: Readonly<{ today: IsoDate; bodyId?: string | undefined }>,
): Promise<readonly Readonly<{ id: string; bodyId: string }>[]> {
  let query = sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation as consultation')
    .select(['consultation.id', 'consultation.body_id as bodyId'])
    .where('consultation.keep_until', '<', today)
    .where(
      raw<boolean>`not exists (select from agreements.consultation_purge purge where purge.consultation_id = consultation.id)`,
    )
    .orderBy('consultation.id');
  if (bodyId !== undefined) query = query.where('consultation.body_id', '=', bodyId);
  return query.execute();
}
