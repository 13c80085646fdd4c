import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Signature } from '../domain/call-in/signature.ts';
import type { DecisionTables } from './tables/decisions.ts';
import type { GovernanceTables } from './tables.ts';

/** A signature as kept: whose seat it was, who entered it, and since when all can see it. */
export type KeptSignature = Signature &
  Readonly<{
    id: string;
    decisionId: string;
    bodyId: string;
    officeId: string;
    officeTitle: string;
    publicAt: Date | undefined;
    enteredBy: string;
  }>;

/**
 * The signatures under these decisions that whoever asks may see, in the order in which they came: all of its own body’s, and
 * of others those that have been made public because there were enough of them.
 */
export async function listSignatures(
  sql: Sql,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptSignature[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.signature')
    .selectAll()
    .where('decision_id', 'in', decisionIds)
    .orderBy('received')
    .orderBy('id')
    .execute();
  return groupBy(rows.map(signatureFrom), ({ decisionId }) => decisionId);
}

const signatureFrom = (row: DecisionTables['governance.signature']): KeptSignature => ({
  id: row.id,
  decisionId: row.decision_id,
  bodyId: row.body_id,
  member: row.member,
  officeId: row.office_id,
  officeTitle: row.office_title,
  received: row.received,
  withdrawn: row.withdrawn ?? undefined,
  grounds: row.grounds,
  seat: {
    isMember: row.is_member,
    isExecutive: row.is_executive,
    isOnScrutiny: row.is_on_scrutiny,
    group: row.group_name ?? undefined,
  },
  isInterested: row.is_interested,
  publicAt: row.public_at ?? undefined,
  enteredBy: row.entered_by,
});
