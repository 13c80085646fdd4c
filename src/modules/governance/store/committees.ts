import type { Sql } from '#platform/db';
import { date, groupBy, type IsoDate } from '#platform/kernel';
import type { Committee, CommitteeKind } from '../domain/committee.ts';
import type { CommitteeTerms } from '../domain/committee-terms.ts';
import { inBatches } from './meetings.ts';
import type { CommitteeTables } from './tables/committees.ts';
import type { GovernanceTables } from './tables.ts';

/** Which committees to read: these, one body’s, or all. */
export type CommitteesOf = Readonly<{ ids?: readonly string[]; bodyId?: string }>;

/** Committees that there are, were and will be, by body and name. */
export async function listCommittees(
  sql: Sql,
  { ids, bodyId }: CommitteesOf = {},
): Promise<readonly Committee[]> {
  if (ids?.length === 0) return [];
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.committee')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId ?? ''))
    .orderBy('body_id')
    .orderBy('name')
    .execute();
  return rows.map(committeeFrom);
}

/** The joint committees to which a body appoints and that another body keeps. */
export async function committeesAppointedBy(sql: Sql, bodyId: string): Promise<readonly Committee[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.committee')
    .selectAll()
    .where((eb) => eb(eb.val(bodyId), '=', eb.fn.any('appointed_by')))
    .where('body_id', '<>', bodyId)
    .orderBy('name')
    .execute();
  return rows.map(committeeFrom);
}

/** One committee; undefined where there is none. */
export async function findCommittee(sql: Sql, id: string): Promise<Committee | undefined> {
  return (await listCommittees(sql, { ids: [id] }))[0];
}

/** Since before anything recorded here. */
const ever = date('0001-01-01');

/** Enters committees with the terms they were set up with. */
export async function insertCommittees(
  sql: Sql,
  committees: readonly (Committee & Pick<CommitteeTerms, 'castingVote' | 'proxies' | 'weighted'>)[],
  recordedOn: IsoDate,
): Promise<void> {
  await inBatches(committees, (some) =>
    sql
      .tables<GovernanceTables>()
      .insertInto('governance.committee')
      .values(
        some.map((committee) => ({
          id: committee.id,
          body_id: committee.bodyId,
          name: committee.name,
          kind: committee.kind,
          remit: committee.remit,
          appointed_by: committee.appointedBy,
          quorum: committee.quorum ?? null,
          valid_from: committee.from ?? null,
          valid_until: committee.until ?? null,
          source: committee.source,
          recorded_on: recordedOn,
        })),
      )
      .execute(),
  );
  await inBatches(committees, (some) =>
    sql
      .tables<GovernanceTables>()
      .insertInto('governance.committee_terms')
      .values(some.map((committee) => termsRow(committee.id, { ...committee, from: undefined }, recordedOn)))
      .execute(),
  );
}

/** The first day on which a committee is gone. */
export async function endCommittee(sql: Sql, id: string, until: IsoDate): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.committee')
    .set({ valid_until: until })
    .where('id', '=', id)
    .execute();
}

/** How these committees work, every version, by committee. */
export async function listTerms(
  sql: Sql,
  committeeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CommitteeTerms[]>> {
  if (committeeIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.committee_terms')
    .selectAll()
    .where('committee_id', 'in', committeeIds)
    .orderBy('valid_from')
    .execute();
  const groups = groupBy(rows, ({ committee_id }) => committee_id);
  return new Map(
    [...groups].map(([id, own]) => [
      id,
      own.map((row) => ({
        remit: row.remit,
        quorum: row.quorum ?? undefined,
        castingVote: row.casting_vote ?? undefined,
        proxies: row.proxies,
        weighted: row.weighted,
        from: row.valid_from === ever ? undefined : row.valid_from,
        source: row.source,
      })),
    ]),
  );
}

/** Lets a committee work otherwise from a day on. */
export async function insertTerms(
  sql: Sql,
  committeeId: string,
  terms: CommitteeTerms,
  recordedOn: IsoDate,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.committee_terms')
    .values(termsRow(committeeId, terms, recordedOn))
    .execute();
}

const termsRow = (committeeId: string, terms: CommitteeTerms, recordedOn: IsoDate) => ({
  committee_id: committeeId,
  valid_from: terms.from ?? ever,
  remit: terms.remit,
  quorum: terms.quorum ?? null,
  casting_vote: terms.castingVote ?? null,
  proxies: terms.proxies,
  weighted: terms.weighted,
  source: terms.source,
  recorded_on: recordedOn,
});

const committeeFrom = (row: CommitteeTables['governance.committee']): Committee => ({
  id: row.id,
  bodyId: row.body_id,
  name: row.name,
  kind: row.kind as CommitteeKind,
  remit: row.remit,
  appointedBy: row.appointed_by,
  quorum: row.quorum ?? undefined,
  from: row.valid_from ?? undefined,
  until: row.valid_until ?? undefined,
  source: row.source,
});
