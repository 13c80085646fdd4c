import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { GovernanceTables } from '../store/tables.ts';

/** A clause of a decision that agrees a scrutiny reference. */
export type AgreeingClause = Readonly<{
  decisionId: string;
  title: string;
  decisionMaker: string;
  takenOn: IsoDate;
  clause: string;
  text: string;
}>;

/** The clauses by which a body has agreed scrutiny references since a day, the latest first. */
export async function agreeingClauses(
  sql: Sql,
  bodyId: string,
  since: IsoDate,
): Promise<readonly AgreeingClause[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision as decision')
    .innerJoin('governance.clause as clause', 'clause.decision_id', 'decision.id')
    .select([
      'decision.id',
      'decision.title',
      'decision.decision_maker',
      'decision.taken_on',
      'clause.number',
      'clause.text',
    ])
    .where('decision.body_id', '=', bodyId)
    .where('decision.taken_on', '>=', since)
    .where('clause.effect', '=', 'agree-scrutiny-reference')
    .orderBy('decision.taken_on', 'desc')
    .orderBy('decision.id')
    .orderBy('clause.position')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    decisionId: row.id,
    title: row.title,
    decisionMaker: row.decision_maker,
    takenOn: row.taken_on,
    clause: row.number,
    text: row.text,
  }));
}

/** The committees of a body that can have recommended something on a day, those of scrutiny first. */
export async function recommendingCommittees(
  sql: Sql,
  bodyId: string,
): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  return sql
    .tables<GovernanceTables>()
    .selectFrom('governance.committee')
    .select(['id', 'name'])
    .where('body_id', '=', bodyId)
    .where('kind', 'in', ['scrutiny', 'committee', 'council', 'joint-committee'])
    .orderBy((eb) => eb('kind', '=', 'scrutiny'), 'desc')
    .orderBy('name')
    .execute();
}
