import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { Correction } from '../domain/decision/decision.ts';
import type { Step } from '../domain/decision/step.ts';
import type { UrgencyWaiver } from '../domain/call-in/urgency-waiver.ts';
import type { DecisionTables } from './tables/decisions.ts';
import type { GovernanceTables } from './tables.ts';

/** What was done with these decisions after publication, by decision, in the order in which it was entered. */
export async function listSteps(
  sql: Sql,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Step[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision_step')
    .selectAll()
    .where('decision_id', 'in', decisionIds)
    .orderBy('position')
    .execute();
  const groups = groupBy(rows, ({ decision_id }) => decision_id);
  return new Map([...groups].map(([decisionId, own]) => [decisionId, own.map(stepFrom)]));
}

// What `insertStep` wrote: the kind, its outcomes and its clause go together.
const stepFrom = (row: DecisionTables['governance.decision_step']): Step =>
  ({
    kind: row.kind,
    outcome: row.outcome,
    ...(row.clause === null ? {} : { clause: row.clause }),
    at: row.at,
    byWhom: row.by_whom,
    says: row.says,
    meetingId: row.meeting_id ?? undefined,
    leadsTo: row.leads_to ?? undefined,
    source: row.source,
  }) as Step;

/** Adds one thing done with a decision. The caller holds the decision’s lock. */
export async function insertStep(sql: Sql, decisionId: string, step: Step, recordedAt: Date): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  const { before } = await tables
    .selectFrom('governance.decision_step')
    .select(({ fn }) => fn.countAll<bigint>().as('before'))
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('governance.decision_step')
    .values({
      decision_id: decisionId,
      position: Number(before) + 1,
      kind: step.kind,
      outcome: step.outcome,
      clause: step.kind === 'resolution' ? step.clause : null,
      at: step.at,
      by_whom: step.byWhom,
      says: step.says,
      meeting_id: step.meetingId ?? null,
      leads_to: step.leadsTo ?? null,
      source: step.source,
      recorded_at: recordedAt,
    })
    .execute();
}

/** A waiver as kept, with the day of the Council it was reported to. */
export type KeptWaiver = UrgencyWaiver & Readonly<{ reportedOn: IsoDate | undefined }>;

/** The waivers of call-in among these decisions. */
export async function listWaivers(
  sql: Sql,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, KeptWaiver>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.waiver')
    .selectAll()
    .where('decision_id', 'in', decisionIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.decision_id,
      {
        agreedAt: row.agreed_at,
        agreedBy: row.agreed_by,
        reasons: row.reasons,
        isReasonable: row.is_reasonable,
        isUrgent: row.is_urgent,
        reportedOn: row.reported_on ?? undefined,
      },
    ]),
  );
}

/** Keeps the waiver a decision was taken with. */
export async function insertWaiver(sql: Sql, decisionId: string, waiver: UrgencyWaiver): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.waiver')
    .values({
      decision_id: decisionId,
      agreed_at: waiver.agreedAt,
      agreed_by: waiver.agreedBy,
      reasons: waiver.reasons,
      is_reasonable: waiver.isReasonable,
      is_urgent: waiver.isUrgent,
      reported_on: null,
    })
    .execute();
}

/** The dated additions to these records, the first first. */
export async function listCorrections(
  sql: Sql,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.correction')
    .selectAll()
    .where('decision_id', 'in', decisionIds)
    .orderBy('position')
    .execute();
  const groups = groupBy(rows, ({ decision_id }) => decision_id);
  return new Map(
    [...groups].map(([decisionId, own]) => [
      decisionId,
      own.map((row) => ({
        on: row.on_day,
        says: row.says,
        reason: row.reason,
        byOffice: row.by_office,
        recordedAt: row.recorded_at,
      })),
    ]),
  );
}

/** Adds a correction after those that stand, and answers which it is. The caller holds the decision’s lock. */
export async function insertCorrection(
  sql: Sql,
  decisionId: string,
  { on, says, reason, byOffice }: Omit<Correction, 'recordedAt'>,
  recordedAt: Date,
): Promise<number> {
  const before = (await listCorrections(sql, [decisionId])).get(decisionId)?.length ?? 0;
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.correction')
    .values({
      decision_id: decisionId,
      position: before + 1,
      on_day: on,
      says,
      reason,
      by_office: byOffice,
      recorded_at: recordedAt,
    })
    .execute();
  return before + 1;
}
