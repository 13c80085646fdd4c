import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { KeptSignature } from './signatures.ts';
import type { GovernanceTables } from './tables.ts';

/** Keeps signatures under a call-in. The caller holds the decision’s lock. */
export async function insertSignatures(sql: Sql, signatures: readonly KeptSignature[]): Promise<void> {
  if (signatures.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.signature')
    .values(
      signatures.map((signature) => ({
        id: signature.id,
        decision_id: signature.decisionId,
        body_id: signature.bodyId,
        member: signature.member,
        office_id: signature.officeId,
        office_title: signature.officeTitle,
        received: signature.received,
        grounds: signature.grounds,
        is_member: signature.seat.isMember,
        is_executive: signature.seat.isExecutive,
        is_on_scrutiny: signature.seat.isOnScrutiny,
        group_name: signature.seat.group ?? null,
        is_interested: signature.isInterested,
        withdrawn: signature.withdrawn ?? null,
        public_at: signature.publicAt ?? null,
        entered_by: signature.enteredBy,
      })),
    )
    .execute();
}

/** Notes that a signature was withdrawn; what was public of it stays so. */
export async function markWithdrawn(sql: Sql, signatureId: string, withdrawn: Date): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.signature')
    .set({ withdrawn })
    .where('id', '=', signatureId)
    .execute();
}

/** Makes signatures public: there are enough of them. Those that are public already stay as they are. */
export async function makeSignaturesPublic(
  sql: Sql,
  signatureIds: readonly string[],
  publicAt: Date,
): Promise<void> {
  if (signatureIds.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.signature')
    .set({ public_at: publicAt })
    .where('id', 'in', signatureIds)
    .where('public_at', 'is', null)
    .execute();
}

/** Notes the day of the Council to which a waiver of call-in was reported. */
export async function markWaiverReported(sql: Sql, decisionId: string, on: IsoDate): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.waiver')
    .set({ reported_on: on })
    .where('decision_id', '=', decisionId)
    .execute();
}
