import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { Counted } from '../domain/consultation/analysis.ts';
import type { Answered, RespondentKind, Sheet } from '../domain/consultation/sheet.ts';
import type { ConsultationTables } from './tables/consultations.ts';

// Private: each of these sees the rows of the body that the transaction acts for, and no other's.

/** A response as its own body’s officers see it. */
export type Response = Sheet &
  Readonly<{
    id: string;
    consultationId: string;
    number: number;
    cameBy: 'online' | 'paper';
    paperReference: string | undefined;
    enteredBy: string | undefined;
    contentHash: string;
    sentAt: Date;
  }>;

export type NewResponse = Response &
  Readonly<{ bodyId: string; sentKey: string; linkHash: string | undefined }>;

type Row = ConsultationTables['agreements.response'];

/** The response that was sent with this key, or by this link; undefined where there is none. */
export async function findSent(
  sql: Sql,
  consultationId: string,
  by: Readonly<{ sentKey: string }> | Readonly<{ linkHash: string }>,
): Promise<Pick<Row, 'number' | 'content_hash' | 'sent_at'> | undefined> {
  const query = sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.response')
    .select(['number', 'content_hash', 'sent_at'])
    .where('consultation_id', '=', consultationId);
  return 'sentKey' in by
    ? query.where('sent_key', '=', by.sentKey).executeTakeFirst()
    : query.where('link_hash', '=', by.linkHash).executeTakeFirst();
}

/** The next number of a consultation. The caller holds the lock of its responses. */
export async function nextResponseNumber(sql: Sql, consultationId: string): Promise<number> {
  const { last } = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.response')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('consultation_id', '=', consultationId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertResponse(sql: Sql, response: NewResponse): Promise<void> {
  const tables = sql.tables<ConsultationTables>();
  await tables
    .insertInto('agreements.response')
    .values({
      id: response.id,
      consultation_id: response.consultationId,
      body_id: response.bodyId,
      number: response.number,
      kind: response.kind,
      organisation: response.organisation ?? null,
      place_id: response.placeId ?? null,
      came_by: response.cameBy,
      paper_reference: response.paperReference ?? null,
      entered_by: response.enteredBy ?? null,
      sent_key: response.sentKey,
      link_hash: response.linkHash ?? null,
      content_hash: response.contentHash,
      sent_at: response.sentAt,
    })
    .execute();
  await tables
    .insertInto('agreements.response_answer')
    .values(
      response.answers.map(({ question, choice, says }) => ({
        response_id: response.id,
        body_id: response.bodyId,
        question,
        choice: choice ?? null,
        says,
      })),
    )
    .execute();
}

/** The responses of a consultation by their numbers, from one on; none after the day they are kept until. */
export async function listResponses(
  sql: Sql,
  consultationId: string,
  { today, after = 0, most }: Readonly<{ today: IsoDate; after?: number; most: number }>,
): Promise<readonly Response[]> {
  const rows = await kept(sql, consultationId, today)
    .where('number', '>', after)
    .orderBy('number')
    .limit(most)
    .execute();
  return withAnswers(sql, rows);
}

/** One of them; undefined where there is none, or none any more. */
export async function findResponse(
  sql: Sql,
  consultationId: string,
  number: number,
  today: IsoDate,
): Promise<Response | undefined> {
  const rows = await kept(sql, consultationId, today).where('number', '=', number).execute();
  return (await withAnswers(sql, rows))[0];
}

/** What is past its day is not read any more, even while it waits to be deleted. */
const kept = (sql: Sql, consultationId: string, today: IsoDate) =>
  sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.response')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('consultation_id', 'in', (select) =>
      select
        .selectFrom('agreements.consultation')
        .select('id')
        .where('id', '=', consultationId)
        .where('keep_until', '>=', today),
    );

async function withAnswers(sql: Sql, rows: readonly Row[]): Promise<readonly Response[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const answers = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.response_answer')
    .selectAll()
    .where('response_id', 'in', ids)
    .orderBy('question')
    .execute();
  const byResponse = groupBy(answers, ({ response_id }) => response_id);
  return rows.map((row) => ({
    id: row.id,
    consultationId: row.consultation_id,
    number: row.number,
    kind: row.kind as RespondentKind,
    organisation: row.organisation ?? undefined,
    placeId: row.place_id ?? undefined,
    cameBy: row.came_by as Response['cameBy'],
    paperReference: row.paper_reference ?? undefined,
    enteredBy: row.entered_by ?? undefined,
    contentHash: row.content_hash,
    sentAt: row.sent_at,
    answers: (byResponse.get(row.id) ?? []).map(({ question, choice, says }): Answered => ({
      question,
      choice: choice ?? undefined,
      says,
    })),
  }));
}

/** Every response of a consultation, as it is counted. */
export async function countedResponses(sql: Sql, consultationId: string): Promise<readonly Counted[]> {
  const tables = sql.tables<ConsultationTables>();
  const [responses, answers] = await Promise.all([
    tables
      .selectFrom('agreements.response')
      .select(['id', 'number', 'kind', 'organisation', 'place_id', 'came_by', 'content_hash'])
      .where('consultation_id', '=', consultationId)
      .orderBy('number')
      .execute(),
    tables
      .selectFrom('agreements.response_answer')
      .innerJoin('agreements.response', 'agreements.response.id', 'response_id')
      .select(['response_id', 'question', 'choice'])
      .select((select) => select('says', '<>', '').as('has_words'))
      .where('consultation_id', '=', consultationId)
      .execute(),
  ]);
  const byResponse = groupBy(answers, ({ response_id }) => response_id);
  return responses.map((row) => ({
    number: row.number,
    kind: row.kind as RespondentKind,
    organisation: row.organisation ?? undefined,
    placeId: row.place_id ?? undefined,
    cameBy: row.came_by as Counted['cameBy'],
    contentHash: row.content_hash,
    answers: (byResponse.get(row.id) ?? []).map(({ question, choice, has_words }) => ({
      question,
      choice: choice ?? undefined,
      hasWords: Boolean(has_words),
    })),
  }));
}

/** How many other responses say the same, by their numbers. */
export async function numbersAlike(
  sql: Sql,
  { consultationId, number, contentHash }: Pick<Response, 'consultationId' | 'number' | 'contentHash'>,
): Promise<readonly number[]> {
  const rows = await sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.response')
    .select('number')
    .where('consultation_id', '=', consultationId)
    .where('content_hash', '=', contentHash)
    .where('number', '<>', number)
    .orderBy('number')
    .limit(50)
    .execute();
  return rows.map(({ number: other }) => other);
}

/** Deletes every answer to a consultation, sent or not. Answers how many had been sent. */
export async function deleteResponses(sql: Sql, consultationId: string): Promise<number> {
  const tables = sql.tables<ConsultationTables>();
  await tables
    .deleteFrom('agreements.unsent_response')
    .where('consultation_id', '=', consultationId)
    .execute();
  const { numDeletedRows } = await tables
    .deleteFrom('agreements.response')
    .where('consultation_id', '=', consultationId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
