import type { Sql } from '#platform/db';
import type { ConsultationTables } from './tables/consultations.ts';

/** Answers that somebody saved to go on with later. */
export type Unsent = Readonly<{
  consultationId: string;
  answers: Readonly<Record<string, string>>;
  endsAt: Date;
}>;

/** What was saved under a link; undefined where there is none, it was sent, or the link has ended. */
export async function findUnsent(
  sql: Sql,
  asked: Readonly<{ consultationId: string; linkHash: string; now: Date; lock?: boolean }>,
): Promise<Unsent | undefined> {
  const query = sql
    .tables<ConsultationTables>()
    .selectFrom('agreements.unsent_response')
    .select(['consultation_id', 'answers', 'ends_at'])
    .where('link_hash', '=', asked.linkHash)
    .where('consultation_id', '=', asked.consultationId)
    .where('ends_at', '>', asked.now);
  const row = await (asked.lock === true ? query.forUpdate() : query).executeTakeFirst();
  return row && { consultationId: row.consultation_id, answers: row.answers, endsAt: row.ends_at };
}

/** Keeps answers under a link, in the place of those kept before. */
export async function keepUnsent(
  sql: Sql,
  kept: Unsent & Readonly<{ bodyId: string; linkHash: string; savedAt: Date }>,
): Promise<void> {
  const values = { answers: JSON.stringify(kept.answers), ends_at: kept.endsAt, saved_at: kept.savedAt };
  await sql
    .tables<ConsultationTables>()
    .insertInto('agreements.unsent_response')
    .values({
      link_hash: kept.linkHash,
      consultation_id: kept.consultationId,
      body_id: kept.bodyId,
      ...values,
    })
    .onConflict((conflict) => conflict.column('link_hash').doUpdateSet(values))
    .execute();
}

/** Forgets what was saved under a link, and whatever of the same body has ended. */
export async function dropUnsent(
  sql: Sql,
  { linkHash, now }: Readonly<{ linkHash: string; now: Date }>,
): Promise<void> {
  await sql
    .tables<ConsultationTables>()
    .deleteFrom('agreements.unsent_response')
    .where((where) => where.or([where('link_hash', '=', linkHash), where('ends_at', '<=', now)]))
    .execute();
}
