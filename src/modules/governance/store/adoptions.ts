import { type Sql, lockThing } from '#platform/db';
import { ok, refuse, type Result } from '#platform/kernel';
import type { Decision } from '../domain/decision/decision.ts';
import {
  type AdoptionLink,
  type AdoptionOutcome,
  type AdoptionRefusal,
  canAnswer,
} from '../domain/proposal/adoption-link.ts';
import { type Approval, approvalKinds } from '../domain/proposal/proposal.ts';
import { isVersionNumber, proposalPath } from '../domain/proposal/put-proposal.ts';
import type { GovernanceTables } from './tables.ts';

/** A party’s answer for one approval as kept: the decision and the clause it is in, and when it was entered. */
export type KeptAdoption = Readonly<{
  proposalId: string;
  bodyId: string;
  approval: Approval;
  version: number;
  decisionId: string;
  clause: string;
  outcome: AdoptionOutcome;
  recordedAt: Date;
}>;

/** What a decision has answered, for the record’s entry of it: the proposal’s page is one of the things it is about. */
export type Answered = Readonly<{ proposal: string; title: string }>;

/**
 * Keeps that a decision adopts or refuses a joint proposal. Called in the act that publishes the decision, once it and its
 * clauses are inserted; a decision on a version that has since been amended is kept too, since it was taken, and the
 * proposal’s page says whether it still stands.
 */
export async function recordAdoption(
  sql: Sql,
  decision: Decision,
  link: AdoptionLink,
  recordedAt: Date,
): Promise<Result<Answered, AdoptionRefusal>> {
  const { proposalId, version, outcome, by } = link;
  await lockThing(sql, proposalPath({ id: proposalId }));
  const tables = sql.tables<GovernanceTables>();
  const proposal = await tables
    .selectFrom('governance.proposal')
    .select('id')
    .where('id', '=', proposalId)
    .executeTakeFirst();
  if (proposal === undefined) return refuse('no-such-proposal');
  const text = isVersionNumber(version)
    ? await tables
        .selectFrom('governance.proposal_version')
        .select('title')
        .where('proposal_id', '=', proposalId)
        .where('number', '=', version)
        .executeTakeFirst()
    : undefined;
  if (text === undefined) return refuse('no-such-version');
  const party = await tables
    .selectFrom('governance.proposal_party')
    .select('approvals')
    .where('proposal_id', '=', proposalId)
    .where('version', '=', version)
    .where('body_id', '=', decision.bodyId)
    .executeTakeFirst();
  if (party === undefined) return refuse('not-a-party');
  const given = approvalKinds.flatMap((approval) => {
    const number = by[approval];
    return number === undefined ? [] : [{ approval, number }];
  });
  if (given.length === 0) return refuse('no-approval-named');
  for (const { approval, number } of given) {
    if (!party.approvals.includes(approval)) return refuse('not-its-approval');
    const clause = decision.clauses.find((each) => each.number === number);
    if (clause === undefined) return refuse('no-such-clause');
    if (!canAnswer(decision, clause, approval, outcome)) return refuse('clause-cannot-bind');
  }

  await tables
    .insertInto('governance.adoption')
    .values(
      given.map(({ approval, number }) => ({
        proposal_id: proposalId,
        body_id: decision.bodyId,
        approval,
        version,
        decision_id: decision.id,
        clause: number,
        outcome,
        recorded_at: recordedAt,
      })),
    )
    .execute();
  return ok({ proposal: proposalPath({ id: proposalId }), title: text.title });
}

/** The answers to these proposals, by proposal, in the order in which they were entered. */
export async function listAdoptions(
  sql: Sql,
  proposalIds: readonly string[],
): Promise<readonly KeptAdoption[]> {
  if (proposalIds.length === 0) return [];
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.adoption')
    .selectAll()
    .where('proposal_id', 'in', proposalIds)
    .orderBy('recorded_at')
    .orderBy('decision_id')
    .execute();
  return rows.map(adoptionFrom);
}

/** What one decision answers, for its own page. */
export async function adoptionsBy(sql: Sql, decisionId: string): Promise<readonly KeptAdoption[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.adoption')
    .selectAll()
    .where('decision_id', '=', decisionId)
    .orderBy('approval', 'desc')
    .execute();
  return rows.map(adoptionFrom);
}

const adoptionFrom = (
  row: Readonly<{
    proposal_id: string;
    body_id: string;
    approval: string;
    version: number;
    decision_id: string;
    clause: string;
    outcome: string;
    recorded_at: Date;
  }>,
): KeptAdoption => ({
  proposalId: row.proposal_id,
  bodyId: row.body_id,
  approval: row.approval as Approval,
  version: row.version,
  decisionId: row.decision_id,
  clause: row.clause,
  outcome: row.outcome as KeptAdoption['outcome'],
  recordedAt: row.recorded_at,
});
