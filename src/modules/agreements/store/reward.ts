import type { Sql } from '#platform/db';
import { pence } from '#platform/kernel';
import type { PaymentKind, RecordedBudget, RewardPayment, RewardSet } from '../domain/reward/reward-set.ts';
import type { Pot } from '../domain/reward/reward-rule.ts';
import type { AgreementsTables } from './tables.ts';
import type { RewardTables } from './tables/reward.ts';

/** Every set of reward rules of an agreement, the first first. */
export async function listRewardSets(sql: Sql, agreementId: string): Promise<readonly RewardSet[]> {
  const tables = sql.tables<AgreementsTables>();
  const [sets, targets, partners, calls] = await Promise.all([
    tables
      .selectFrom('agreements.reward_set')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .orderBy('number')
      .execute(),
    tables
      .selectFrom('agreements.reward_target')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .orderBy('position')
      .execute(),
    tables
      .selectFrom('agreements.reward_partner')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .orderBy('position')
      .execute(),
    tables
      .selectFrom('agreements.reward_call')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .orderBy('position')
      .execute(),
  ]);
  return sets.map((row) => {
    const own = <Row extends Readonly<{ number: number }>>(rows: readonly Row[]) =>
      rows.filter(({ number }) => number === row.number);
    return {
      ...setFrom(row),
      targets: own(targets).map(({ target_id, heading, weight, interim_figure, interim_by }) => ({
        targetId: target_id,
        heading,
        weight,
        interim:
          interim_figure === null || interim_by === null
            ? undefined
            : { figure: interim_figure, by: interim_by },
      })),
      partners: own(partners).map(({ body_id, weight }) => ({ bodyId: body_id, weight })),
      calls: own(calls).map(({ position, title, amount_pence }) => ({
        key: String(position),
        title,
        amount: pence(amount_pence),
      })),
    };
  });
}

/** Enters a set with all it says. The caller holds the lock of the agreement’s reward. */
export async function insertRewardSet(sql: Sql, set: RewardSet): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  const { terms, pot } = set;
  const of = { agreement_id: set.agreementId, number: set.number };
  await tables
    .insertInto('agreements.reward_set')
    .values({
      ...of,
      scheme: set.scheme,
      is_paid: set.isPaid,
      method: terms.method,
      measured_from: terms.from,
      floor_part: terms.floor,
      cap_part: terms.cap,
      revenue_part: terms.revenuePart,
      interim_part: terms.interimPart ?? null,
      is_beyond_error: terms.isBeyondError,
      instalments: JSON.stringify(terms.instalments),
      pot_pence: pot?.by === 'sum' ? pot.amount : null,
      budget_part: pot?.by === 'part-of-budgets' ? pot.part : null,
      budget_year: pot?.by === 'part-of-budgets' ? pot.year : null,
      budget_bodies: [...set.budgetBodies],
      from_day: set.from,
      reason: set.reason,
      source: set.source,
      certainty: set.certainty,
      is_illustrative: set.isIllustrative,
      by_office: set.byOffice,
      recorded_at: set.recordedAt,
    })
    .execute();
  const targets = set.targets.map(({ targetId, heading, weight, interim }, position) => ({
    ...of,
    position,
    target_id: targetId,
    heading,
    weight,
    interim_figure: interim?.figure ?? null,
    interim_by: interim?.by ?? null,
  }));
  if (targets.length > 0) await tables.insertInto('agreements.reward_target').values(targets).execute();
  const partners = set.partners.map(({ bodyId, weight }, position) => ({
    ...of,
    position,
    body_id: bodyId,
    weight,
  }));
  if (partners.length > 0) await tables.insertInto('agreements.reward_partner').values(partners).execute();
  const calls = set.calls.map(({ title, amount }, position) => ({
    ...of,
    position,
    title,
    amount_pence: amount,
  }));
  if (calls.length > 0) await tables.insertInto('agreements.reward_call').values(calls).execute();
}

/** Every budget requirement recorded for an agreement, in the order in which they were recorded. */
export async function listRewardBudgets(sql: Sql, agreementId: string): Promise<readonly RecordedBudget[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reward_budget')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    year: row.year,
    amount: pence(row.amount_pence),
    source: row.source,
    certainty: row.certainty,
    byOffice: row.by_office,
    recordedAt: row.recorded_at,
  }));
}

export async function insertRewardBudget(
  sql: Sql,
  agreementId: string,
  position: number,
  budget: RecordedBudget,
): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.reward_budget')
    .values({
      agreement_id: agreementId,
      position,
      body_id: budget.bodyId,
      year: budget.year,
      amount_pence: budget.amount,
      ...recorded(budget),
    })
    .execute();
}

/** Every payment on record of an agreement, in the order in which they were recorded. */
export async function listRewardPayments(sql: Sql, agreementId: string): Promise<readonly RewardPayment[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reward_payment')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as PaymentKind,
    title: row.title,
    revenue: pence(row.revenue_pence),
    capital: pence(row.capital_pence),
    paidOn: row.paid_on,
    source: row.source,
    certainty: row.certainty,
    byOffice: row.by_office,
    recordedAt: row.recorded_at,
  }));
}

export async function insertRewardPayment(
  sql: Sql,
  agreementId: string,
  position: number,
  payment: RewardPayment,
): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.reward_payment')
    .values({
      agreement_id: agreementId,
      position,
      kind: payment.kind,
      title: payment.title,
      revenue_pence: payment.revenue,
      capital_pence: payment.capital,
      paid_on: payment.paidOn,
      ...recorded(payment),
    })
    .execute();
}

const recorded = ({ source, certainty, byOffice, recordedAt }: RecordedBudget | RewardPayment) => ({
  source,
  certainty,
  by_office: byOffice,
  recorded_at: recordedAt,
});

type SetRow = Omit<RewardTables['agreements.reward_set'], 'instalments'> &
  Readonly<{ instalments: RewardSet['terms']['instalments'] }>;

const setFrom = (row: SetRow): Omit<RewardSet, 'targets' | 'partners' | 'calls'> => ({
  agreementId: row.agreement_id,
  number: row.number,
  scheme: row.scheme as RewardSet['scheme'],
  isPaid: row.is_paid,
  terms: {
    method: row.method as RewardSet['terms']['method'],
    from: row.measured_from as RewardSet['terms']['from'],
    floor: row.floor_part,
    cap: row.cap_part,
    revenuePart: row.revenue_part,
    interimPart: row.interim_part ?? undefined,
    isBeyondError: row.is_beyond_error,
    instalments: row.instalments,
  },
  pot: potFrom(row),
  budgetBodies: row.budget_bodies,
  from: row.from_day,
  reason: row.reason,
  source: row.source,
  certainty: row.certainty,
  isIllustrative: row.is_illustrative,
  byOffice: row.by_office,
  recordedAt: row.recorded_at,
});

function potFrom({ pot_pence, budget_part, budget_year }: SetRow): Pot | undefined {
  if (pot_pence !== null) return { by: 'sum', amount: pence(pot_pence) };
  if (budget_part === null || budget_year === null) return undefined;
  return { by: 'part-of-budgets', part: budget_part, year: budget_year };
}
