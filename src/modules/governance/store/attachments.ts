import type { Sql } from '#platform/db';
import type { GovernanceTables } from './tables.ts';

/** That a paper belongs to a thing: to which, as what, and where among its papers. */
export type Attachment = Readonly<{
  subject: string;
  paperId: string;
  bodyId: string;
  role: string;
  position: number;
}>;

/** Adds papers to things; a paper that is there already stays where it is. */
export async function insertAttachments(sql: Sql, attachments: readonly Attachment[]): Promise<void> {
  if (attachments.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.attachment')
    .values(
      attachments.map(({ subject, paperId, bodyId, role, position }) => ({
        subject,
        paper_id: paperId,
        body_id: bodyId,
        role,
        position,
      })),
    )
    .onConflict((conflict) => conflict.columns(['subject', 'paper_id']).doNothing())
    .execute();
}

/** The next free place among a thing’s papers, from 1. */
export async function nextPosition(sql: Sql, subject: string): Promise<number> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.attachment')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('subject', '=', subject)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
