import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import { itsName } from '../domain/consultation/moderation.ts';
import type { ConsultationTables } from './tables/consultations.ts';

// Private: each of these sees the rows of the body that the transaction acts for, and no other's. Counted where they lie:
// ten thousand responses are not read to be counted.

/** How many responses there are of each kind, and every name that organisations gave, as they wrote it. */
export type ResponseCounts = Readonly<{
  responses: number;
  online: number;
  paper: number;
  byOrganisation: number;
  byResident: number;
  /** Those that say word for word what another says. */
  alike: number;
  names: readonly string[];
}>;

export async function countResponses(sql: Sql, consultationId: string): Promise<ResponseCounts> {
  const { rows } = await raw<ResponseCounts>`
    WITH written AS MATERIALIZED (
      SELECT DISTINCT response_id FROM agreements.response_answer
      WHERE says <> '' AND response_id IN (SELECT id FROM agreements.response WHERE consultation_id = ${consultationId})
    )
    SELECT count(*)::int AS responses,
      (count(*) FILTER (WHERE came_by = 'online'))::int AS online,
      (count(*) FILTER (WHERE came_by = 'paper'))::int AS paper,
      (count(*) FILTER (WHERE kind = 'organisation'))::int AS "byOrganisation",
      (count(*) FILTER (WHERE kind = 'resident'))::int AS "byResident",
      (count(response_id) - count(DISTINCT content_hash) FILTER (WHERE response_id IS NOT NULL))::int AS alike,
      coalesce(array_agg(DISTINCT organisation) FILTER (WHERE organisation IS NOT NULL), '{}') AS names
    FROM agreements.response LEFT JOIN written ON response_id = id
    WHERE consultation_id = ${consultationId}
  `.execute(sql.tables<ConsultationTables>());
  const [counts] = rows;
  if (counts === undefined) throw new Error('Counting answers one row');
  return counts;
}

/** The numbers of the responses that came in and are still kept. */
export async function responseNumbers(sql: Sql, consultationId: string): Promise<readonly number[]> {
  const { rows } = await raw<Readonly<{ numbers: readonly number[] | null }>>`
    SELECT array_agg(number ORDER BY number) AS numbers FROM agreements.response
    WHERE consultation_id = ${consultationId}
  `.execute(sql.tables<ConsultationTables>());
  return rows[0]?.numbers ?? [];
}

/** How many free texts and names nobody has looked through yet, and the first response that has one. */
export type TextsToRead = Readonly<{ texts: number; first: number | undefined }>;

export async function countTextsToRead(sql: Sql, consultationId: string): Promise<TextsToRead> {
  const { rows } = await raw<Readonly<{ texts: number; first: number | null }>>`
    SELECT count(*)::int AS texts, min(response) AS first FROM ${toRead(consultationId)} AS waiting
  `.execute(sql.tables<ConsultationTables>());
  return { texts: rows[0]?.texts ?? 0, first: rows[0]?.first ?? undefined };
}

/** Which of these responses have a text or a name that nobody has looked through yet. */
export async function responsesToRead(
  sql: Sql,
  consultationId: string,
  among: readonly number[],
): Promise<ReadonlySet<number>> {
  if (among.length === 0) return new Set();
  const { rows } = await raw<Readonly<{ response: number }>>`
    SELECT DISTINCT response FROM ${toRead(consultationId)} AS waiting WHERE response = ANY(${among}::int[])
  `.execute(sql.tables<ConsultationTables>());
  return new Set(rows.map(({ response }) => response));
}

/** Texts that were written, and names, as question 0, less those that were decided on. */
const toRead = (consultationId: string) => raw`(
  SELECT written.* FROM (
    SELECT response.number AS response, answer.question
    FROM agreements.response JOIN agreements.response_answer AS answer ON answer.response_id = response.id
    WHERE response.consultation_id = ${consultationId} AND answer.says <> ''
    UNION ALL
    SELECT number, ${itsName}::int FROM agreements.response
    WHERE consultation_id = ${consultationId} AND kind = 'organisation'
  ) AS written
  WHERE NOT EXISTS (
    SELECT FROM agreements.published_text AS text
    WHERE text.consultation_id = ${consultationId}
      AND text.response = written.response AND text.question = written.question)
)`;
