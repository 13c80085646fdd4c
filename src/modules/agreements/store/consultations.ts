import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type {
  AudienceKind,
  Consultation,
  Notice,
  Passage,
  Question,
} from '../domain/consultation/consultation.ts';
import type { ConsultationTables } from './tables/consultations.ts';

type Row = ConsultationTables['agreements.consultation'];

export type ConsultationsAsked = Readonly<{
  ids?: readonly string[];
  bodyId?: string;
  /** Only those published by then. */
  publishedBy?: Date;
}>;

/** Consultations as they were opened, the last to close first. */
export async function listConsultations(
  sql: Sql,
  { ids, bodyId, publishedBy }: ConsultationsAsked,
): Promise<readonly Consultation[]> {
  if (ids?.length === 0) return [];
  let query = sql.tables<ConsultationTables>().selectFrom('agreements.consultation').selectAll();
  if (ids !== undefined) query = query.where('id', 'in', ids);
  if (bodyId !== undefined) query = query.where('body_id', '=', bodyId);
  if (publishedBy !== undefined) query = query.where('published_at', '<=', publishedBy);
  return (await query.orderBy('closes_at', 'desc').orderBy('id').execute()).map(consultationFrom);
}

/** One consultation; undefined where there is none. */
export async function findConsultation(sql: Sql, id: string): Promise<Consultation | undefined> {
  return (await listConsultations(sql, { ids: [id] }))[0];
}

/** Publishes a consultation. False when its address is taken. */
export async function insertConsultation(sql: Sql, consultation: Consultation): Promise<boolean> {
  const inserted = await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.consultation')
    .values({
      id: consultation.id,
      body_id: consultation.bodyId,
      office: consultation.office,
      title: consultation.title,
      asks: consultation.asks,
      subject: consultation.subject,
      subject_path: consultation.subjectPath ?? null,
      passages: JSON.stringify(consultation.passages),
      questions: JSON.stringify(consultation.questions),
      places: consultation.places,
      audience: consultation.audience,
      opens_at: consultation.opensAt ?? null,
      closes_at: consultation.closesAt,
      results_by: consultation.resultsBy ?? null,
      keep_until: consultation.keepUntil ?? null,
      suppress_under: consultation.suppressUnder,
      is_illustrative: consultation.isIllustrative,
      source: consultation.source,
      certainty: consultation.certainty,
      published_by: consultation.publishedBy,
      published_at: consultation.publishedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The notices about consultations, each one’s in order. */
export async function listNotices(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Notice[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_notice')
    .selectAll()
    .where('consultation_id', 'in', ids)
    .orderBy('position')
    .execute();
  const byConsultation = groupBy(rows, ({ consultation_id }) => consultation_id);
  return new Map(
    [...byConsultation].map(([id, notices]) => [
      id,
      notices.map(({ says, closes_at, by_office, at }) => ({
        says,
        closesAt: closes_at ?? undefined,
        byOffice: by_office,
        at,
      })),
    ]),
  );
}

/** Adds a notice in its place. The caller holds the lock of the consultation. */
export async function insertNotice(
  sql: Sql,
  consultationId: string,
  position: number,
  { says, closesAt, byOffice, at }: Notice,
): Promise<void> {
  await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.consultation_notice')
    .values({
      consultation_id: consultationId,
      position,
      says,
      closes_at: closesAt ?? null,
      by_office: byOffice,
      at,
    })
    .execute();
}

/** What the forms of a consultation are sealed with, seen by its own body alone. */
export async function findSecret(sql: Sql, consultationId: string): Promise<string | undefined> {
  const row = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.consultation_secret')
    .select('secret')
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  return row?.secret;
}

export async function insertSecret(
  sql: Sql,
  { id, bodyId }: Pick<Consultation, 'id' | 'bodyId'>,
  secret: string,
): Promise<void> {
  await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.consultation_secret')
    .values({ consultation_id: id, body_id: bodyId, secret })
    .execute();
}

const consultationFrom = (row: ReadRow): Consultation => ({
  id: row.id,
  bodyId: row.body_id,
  office: row.office,
  title: row.title,
  asks: row.asks,
  subject: row.subject,
  subjectPath: row.subject_path ?? undefined,
  passages: row.passages.map((passage) => ({ ...passage, path: passage.path ?? undefined })),
  questions: row.questions.map((question) => ({ ...question, about: question.about ?? undefined })),
  places: row.places,
  audience: row.audience as readonly AudienceKind[],
  opensAt: row.opens_at ?? undefined,
  closesAt: row.closes_at,
  resultsBy: row.results_by ?? undefined,
  keepUntil: row.keep_until ?? undefined,
  suppressUnder: row.suppress_under,
  isIllustrative: row.is_illustrative,
  source: row.source,
  certainty: row.certainty,
  publishedBy: row.published_by,
  publishedAt: row.published_at,
});

type ReadRow = Omit<Row, 'passages' | 'questions'> &
  Readonly<{ passages: readonly Passage[]; questions: readonly Question[] }>;
