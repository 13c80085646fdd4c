import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Selectable } from 'kysely';
import type { Approval } from '../domain/proposal/proposal.ts';
import type { ProposalVersion, PutProposal, PutTo, Withdrawal } from '../domain/proposal/put-proposal.ts';
import type { ProposalTables } from './tables/proposals.ts';
import type { GovernanceTables } from './tables.ts';

/** These proposals with all their versions, or every one there is, the last put first. */
export async function findProposals(sql: Sql, ids?: readonly string[]): Promise<readonly PutProposal[]> {
  if (ids?.length === 0) return [];
  const tables = sql.tables<GovernanceTables>();
  const [proposals, versions, parties] = await Promise.all([
    tables
      .selectFrom('governance.proposal')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
      .execute(),
    tables
      .selectFrom('governance.proposal_version')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('proposal_id', 'in', ids ?? []))
      .orderBy('number')
      .execute(),
    tables
      .selectFrom('governance.proposal_party')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('proposal_id', 'in', ids ?? []))
      .orderBy('position')
      .execute(),
  ]);
  const versionsOf = groupBy(versions, ({ proposal_id }) => proposal_id);
  const partiesOf = groupBy(parties, ({ proposal_id, version }) => `${proposal_id} ${version}`);
  return proposals
    .flatMap(({ id, drafted_by, recorded_at }): readonly PutProposal[] => {
      const [first, ...amendments] = (versionsOf.get(id) ?? []).map((row) =>
        versionFrom(row, (partiesOf.get(`${id} ${row.number}`) ?? []).map(partyFrom)),
      );
      return first === undefined
        ? []
        : [{ id, draftedBy: drafted_by, versions: [first, ...amendments], recordedAt: recorded_at }];
    })
    .toSorted((a, b) => b.versions[0].at.getTime() - a.versions[0].at.getTime() || (a.id < b.id ? -1 : 1));
}

/** One proposal; undefined where there is none. */
export async function findProposal(sql: Sql, id: string): Promise<PutProposal | undefined> {
  return (await findProposals(sql, [id]))[0];
}

/** Enters a new proposal, without a version yet; false where its id is taken. */
export async function insertProposal(
  sql: Sql,
  { id, draftedBy, recordedAt }: Pick<PutProposal, 'id' | 'draftedBy' | 'recordedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .tables<GovernanceTables>()
    .insertInto('governance.proposal')
    .values({ id, drafted_by: draftedBy, recorded_at: recordedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Enters a version with its parties. The caller holds the proposal’s lock. */
export async function insertVersion(sql: Sql, proposalId: string, version: ProposalVersion): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  await tables
    .insertInto('governance.proposal_version')
    .values({
      proposal_id: proposalId,
      number: version.number,
      published_at: version.at,
      title: version.title,
      summary: version.summary,
      text: version.text,
      clauses: JSON.stringify(version.clauses),
      needs_at_least: version.needs === 'all' ? null : version.needs.atLeast,
      deadline: version.deadline ?? null,
      start: version.start,
      reopens: version.reopens,
      changed: version.changed,
      reason: version.reason,
      places: version.places,
      topics: version.topics,
      source: version.source,
      certainty: version.certainty,
      published_by: version.publishedBy,
      recorded_at: version.recordedAt,
    })
    .execute();
  await tables
    .insertInto('governance.proposal_party')
    .values(
      version.parties.map(({ bodyId, approvals }, index) => ({
        proposal_id: proposalId,
        version: version.number,
        position: index + 1,
        body_id: bodyId,
        approvals,
      })),
    )
    .execute();
}

/** The parties that have left these proposals, the first first. */
export async function listWithdrawals(
  sql: Sql,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Withdrawal[]>> {
  if (proposalIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.proposal_withdrawal')
    .selectAll()
    .where('proposal_id', 'in', proposalIds)
    .orderBy('at')
    .execute();
  const groups = groupBy(rows, ({ proposal_id }) => proposal_id);
  return new Map(
    [...groups].map(([id, own]) => [
      id,
      own.map((row) => ({
        bodyId: row.body_id,
        at: row.at,
        says: row.says,
        decisionId: row.decision_id ?? undefined,
        byOffice: row.by_office,
      })),
    ]),
  );
}

/** Keeps that a party has left. The caller holds the proposal’s lock. */
export async function insertWithdrawal(
  sql: Sql,
  proposalId: string,
  { bodyId, at, says, decisionId, byOffice }: Withdrawal,
  recordedAt: Date,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.proposal_withdrawal')
    .values({
      proposal_id: proposalId,
      body_id: bodyId,
      at,
      says,
      decision_id: decisionId ?? null,
      by_office: byOffice,
      recorded_at: recordedAt,
    })
    .execute();
}

/** The proposals a body is a party to, in any of their versions, or has drafted. */
export async function proposalsOf(sql: Sql, bodyId: string): Promise<readonly string[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.proposal_party')
    .select('proposal_id as id')
    .where('body_id', '=', bodyId)
    .union((query) => query.selectFrom('governance.proposal').select('id').where('drafted_by', '=', bodyId))
    .execute();
  return rows.map(({ id }) => id);
}

const versionFrom = (
  row: Selectable<ProposalTables['governance.proposal_version']>,
  parties: readonly PutTo[],
): ProposalVersion => ({
  number: row.number,
  at: row.published_at,
  title: row.title,
  summary: row.summary,
  text: row.text,
  clauses: row.clauses,
  parties,
  needs: row.needs_at_least === null ? 'all' : { atLeast: row.needs_at_least },
  deadline: row.deadline ?? undefined,
  start: row.start as ProposalVersion['start'],
  reopens: row.reopens,
  changed: row.changed,
  reason: row.reason,
  places: row.places,
  topics: row.topics,
  source: row.source,
  certainty: row.certainty as ProposalVersion['certainty'],
  publishedBy: row.published_by,
  recordedAt: row.recorded_at,
});

// The table keeps at least one approval, and none that is not of these kinds.
const partyFrom = ({
  body_id,
  approvals,
}: Readonly<{ body_id: string; approvals: readonly string[] }>): PutTo => ({
  bodyId: body_id,
  approvals: approvals as readonly [Approval, ...Approval[]],
});
