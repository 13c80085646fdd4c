import type { Sql } from '#platform/db';
import { instantInLondon, type IsoDate } from '#platform/kernel';
import { decisionPath } from '../domain/decision/decision.ts';
import type { Standing } from '../domain/decision/clause-standing.ts';
import { approvalBy } from '../domain/proposal/adoption-link.ts';
import type { GovernanceTables } from '../store/tables.ts';
import { decisionsAt, type StoodDecision } from './standings.ts';

/** A clause of a decision on which something else may rest, and where it stands at the moment asked. */
export type GroundClause = Readonly<{
  number: string;
  text: string;
  /** Whether its maker can bind the body by it: an executive clause, a resolution, a recommendation to its Council. */
  canBind: boolean;
  standing:
    | Readonly<{ is: 'in-effect' | 'about-to-take-effect'; from: Date }>
    /** Called in, sent back, before the Council, ended, or not to be dated: `says` why. */
    | Readonly<{ is: 'stopped'; says: string }>;
}>;

/** A published decision as the ground of something else: a consent, a payment. */
export type GroundDecision = Readonly<{
  id: string;
  bodyId: string;
  title: string;
  decisionMaker: string;
  path: string;
  takenOn: IsoDate;
  clauses: readonly GroundClause[];
}>;

/** These decisions, by id, as they stood at a moment; what is not on record is not among them. */
export async function groundDecisions(
  sql: Sql,
  ids: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, GroundDecision>> {
  const stood = await decisionsAt(sql, ids, at);
  return new Map([...stood].map(([id, each]) => [id, groundFrom(each)]));
}

/** What a body decided since a day by which it may have bound itself, the latest first. */
export async function bindingDecisionsOf(
  sql: Sql,
  bodyId: string,
  since: IsoDate,
  at: Date,
): Promise<readonly GroundDecision[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('taken_on', '>=', since)
    .orderBy('taken_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  const found = await groundDecisions(
    sql,
    rows.map(({ id }) => id),
    at,
  );
  return rows.flatMap(({ id }) => found.get(id) ?? []).filter(({ clauses }) => clauses.some(isBinding));
}

const isBinding = ({ canBind }: GroundClause): boolean => canBind;

const groundFrom = ({ decision, standing }: StoodDecision): GroundDecision => ({
  id: decision.id,
  bodyId: decision.bodyId,
  title: decision.title,
  decisionMaker: decision.decisionMaker,
  path: decisionPath(decision),
  takenOn: decision.takenOn,
  clauses: decision.clauses.map((clause) => ({
    number: clause.number,
    text: clause.text,
    canBind: approvalBy(decision, clause) !== undefined,
    standing: sayGround(
      standing.clauses.find((each) => each.clause.number === clause.number)?.standing ?? {
        standing: 'not-published',
      },
    ),
  })),
});

function sayGround(standing: Standing): GroundClause['standing'] {
  switch (standing.standing) {
    case 'in-effect':
      return { is: 'in-effect', from: standing.from };
    case 'open-to-call-in':
    case 'about-to-take-effect':
      return { is: 'about-to-take-effect', from: instantInLondon(standing.effective) };
    case 'not-published':
      return { is: 'stopped', says: 'The record of its decision is not published.' };
    case 'called-in':
      return { is: 'stopped', says: 'Its decision is called in, and scrutiny has still to hear it.' };
    case 'referred-back':
      return { is: 'stopped', says: 'Scrutiny sent its decision back to be reconsidered.' };
    case 'before-council':
      return { is: 'stopped', says: 'Scrutiny sent its decision to the Council, which can consider it.' };
    case 'waits-for-council':
      return {
        is: 'stopped',
        says: 'It is recommended to the Council, and has no effect before it resolves.',
      };
    case 'ended':
      return { is: 'stopped', says: 'Its decision was withdrawn or did not stand.' };
    case 'not-known':
      return {
        is: 'stopped',
        says: 'When its decision takes effect is not known, because its rules of call-in are not.',
      };
    default:
      return standing satisfies never;
  }
}
