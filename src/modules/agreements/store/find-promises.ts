import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { AgreementsTables } from './tables.ts';

/** A promise found by its words: its own id, and how many were found at all. */
export type FoundCommitment = Readonly<{ id: string; promise: string; owners: readonly string[] }>;

/**
 * The promises made by a day in which every word stands, those of the newest documents first; one that is joined with the same promise
 * elsewhere is told there.
 */
export async function findCommitmentsByWords(
  sql: Sql,
  words: readonly string[],
  { on, limit }: Readonly<{ on: IsoDate; limit: number }>,
): Promise<Readonly<{ found: readonly FoundCommitment[]; count: number }>> {
  if (words.length === 0) return { found: [], count: 0 };
  const { rows } = await raw<FoundCommitment & Readonly<{ count: bigint }>>`
    SELECT id, promise, owners, count(*) OVER () AS count
    FROM agreements.commitment
    WHERE from_day <= ${on}
      AND NOT EXISTS (
        SELECT FROM unnest(${words.map((word) => word.toLowerCase())}::text[]) AS word
        WHERE strpos(lower(promise || ' ' || note), word) = 0)
      AND NOT EXISTS (
        SELECT FROM agreements.commitment_fact AS fact
        WHERE fact.commitment_id = commitment.id AND fact.kind = 'joined' AND fact.on_day <= ${on})
    ORDER BY from_day DESC, collection_id, position
    LIMIT ${limit}
  `.execute(sql.tables<AgreementsTables>());
  const [first] = rows;
  return { found: rows, count: first === undefined ? 0 : Number(first.count) };
}
