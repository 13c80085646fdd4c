import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { ActionFact, ActionFactKind, PlannedAction } from '../domain/agreement/action.ts';
import type { Precision } from '../domain/agreement/rough-day.ts';
import type { ActionTables } from './tables/actions.ts';
import type { AgreementsTables } from './tables.ts';

export type ActionsAsked = Readonly<{
  agreementIds?: readonly string[];
  outcomeIds?: readonly string[];
  targetIds?: readonly string[];
  ownerBody?: string;
}>;

/** Actions with their milestones and what became of them, in the order of their agreements. */
export async function listActions(sql: Sql, asked: ActionsAsked): Promise<readonly PlannedAction[]> {
  const { agreementIds, outcomeIds, targetIds, ownerBody } = asked;
  if ([agreementIds, outcomeIds, targetIds].some((list) => list?.length === 0)) return [];
  const tables = sql.tables<AgreementsTables>();
  let query = tables.selectFrom('agreements.action').selectAll();
  if (agreementIds !== undefined) query = query.where('agreement_id', 'in', agreementIds);
  if (outcomeIds !== undefined) query = query.where('outcome_id', 'in', outcomeIds);
  if (targetIds !== undefined) query = query.where('target_id', 'in', targetIds);
  if (ownerBody !== undefined) query = query.where('owner_body', '=', ownerBody);
  const rows = await query.orderBy('agreement_id').orderBy('number').execute();
  const of = [...new Set(rows.map(({ agreement_id }) => agreement_id))];
  if (of.length === 0) return [];
  const [milestones, facts] = await Promise.all([
    tables
      .selectFrom('agreements.milestone')
      .selectAll()
      .where('agreement_id', 'in', of)
      .orderBy('number')
      .execute(),
    tables
      .selectFrom('agreements.action_fact')
      .selectAll()
      .where('agreement_id', 'in', of)
      .orderBy('position')
      .execute(),
  ]);
  const keyOf = (row: Readonly<{ agreement_id: string; action: number }>) =>
    `${row.agreement_id} ${row.action}`;
  const [milestonesOf, factsOf] = [groupBy(milestones, keyOf), groupBy(facts, keyOf)];
  return rows.map((row) => {
    const key = keyOf({ agreement_id: row.agreement_id, action: row.number });
    return actionFrom(row, milestonesOf.get(key) ?? [], factsOf.get(key) ?? []);
  });
}

/** Enters an action with its milestones. The caller holds the agreement’s lock. */
export async function insertAction(sql: Sql, action: PlannedAction): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  await tables
    .insertInto('agreements.action')
    .values({
      agreement_id: action.agreementId,
      number: action.number,
      title: action.title,
      says: action.says,
      outcome_id: action.outcomeId ?? null,
      target_id: action.targetId ?? null,
      is_quick_win: action.isQuickWin,
      owner_body: action.ownerBody,
      owner_office: action.ownerOffice ?? null,
      due_on: action.due?.on ?? null,
      precision: action.due?.precision ?? 'day',
      cites: action.cites,
      source: action.source,
      certainty: action.certainty,
      published_by: action.publishedBy,
      recorded_at: action.recordedAt,
    })
    .execute();
  if (action.milestones.length > 0)
    await tables
      .insertInto('agreements.milestone')
      .values(
        action.milestones.map(({ number, title, due }) => ({
          agreement_id: action.agreementId,
          action: action.number,
          number,
          title,
          due_on: due.on,
          precision: due.precision,
        })),
      )
      .execute();
}

/** Enters what became of an action. The caller holds the agreement’s lock. */
export async function insertActionFact(
  sql: Sql,
  { agreementId, number }: Pick<PlannedAction, 'agreementId' | 'number'>,
  fact: ActionFact,
): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.action_fact')
    .values({
      agreement_id: agreementId,
      action: number,
      position: fact.position,
      milestone: fact.milestone ?? null,
      fact: fact.fact,
      on_day: fact.on,
      says: fact.says,
      evidence: fact.evidence ?? null,
      due_on: fact.due ?? null,
      by_body: fact.byBody,
      by_office: fact.byOffice,
      recorded_at: fact.recordedAt,
    })
    .execute();
}

const actionFrom = (
  row: ActionTables['agreements.action'],
  milestones: readonly ActionTables['agreements.milestone'][],
  facts: readonly ActionTables['agreements.action_fact'][],
): PlannedAction => ({
  agreementId: row.agreement_id,
  number: row.number,
  title: row.title,
  says: row.says,
  outcomeId: row.outcome_id ?? undefined,
  targetId: row.target_id ?? undefined,
  isQuickWin: row.is_quick_win,
  ownerBody: row.owner_body,
  ownerOffice: row.owner_office ?? undefined,
  due: row.due_on === null ? undefined : { on: row.due_on, precision: row.precision as Precision },
  milestones: milestones.map(({ number, title, due_on, precision }) => ({
    number,
    title,
    due: { on: due_on, precision: precision as Precision },
  })),
  cites: row.cites,
  source: row.source,
  certainty: row.certainty,
  publishedBy: row.published_by,
  recordedAt: row.recorded_at,
  facts: facts.map((fact) => ({
    position: fact.position,
    milestone: fact.milestone ?? undefined,
    fact: fact.fact as ActionFactKind,
    on: fact.on_day,
    says: fact.says,
    evidence: fact.evidence ?? undefined,
    due: fact.due_on ?? undefined,
    byBody: fact.by_body,
    byOffice: fact.by_office,
    recordedAt: fact.recorded_at,
  })),
});
