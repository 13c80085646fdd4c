import type { Sql } from '#platform/db';
import type { Decision } from '../domain/decision/decision.ts';
import { findDecisions } from '../store/decisions.ts';
import type { GovernanceTables } from '../store/tables.ts';

/** Which decisions a body has already, as an import needs to know it. */
export type DecisionsHeld = Readonly<{
  /** The id of the decision, by what another system calls it. */
  byExternalReference: ReadonlyMap<string, string>;
  /** The number of the decision, by `sameKey`. */
  bySame: ReadonlyMap<string, string>;
}>;

/** The same maker, day and title: the same decision, whatever it is called. */
export const sameKey = (decision: Pick<Decision, 'takenOn' | 'decisionMaker' | 'title'>): string =>
  [decision.takenOn, decision.decisionMaker, decision.title].join('\n');

/** Reads what a body has, in one go. */
export async function decisionsHeld(sql: Sql, bodyId: string): Promise<DecisionsHeld> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select(['id', 'reference', 'external_reference', 'taken_on', 'decision_maker', 'title'])
    .where('body_id', '=', bodyId)
    .execute();
  return {
    byExternalReference: new Map(
      rows.flatMap(({ id, external_reference }) =>
        external_reference === null ? [] : [[external_reference, id] as const],
      ),
    ),
    bySame: new Map(
      rows.map((row) => [
        sameKey({ takenOn: row.taken_on, decisionMaker: row.decision_maker, title: row.title }),
        row.reference,
      ]),
    ),
  };
}

/** Which of these names of another system a body has decisions by already. */
export async function heldAlready(
  sql: Sql,
  bodyId: string,
  externalReferences: readonly string[],
): Promise<ReadonlySet<string>> {
  if (externalReferences.length === 0) return new Set();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select('external_reference')
    .where('body_id', '=', bodyId)
    .where('external_reference', 'in', externalReferences)
    .execute();
  return new Set(rows.flatMap(({ external_reference }) => external_reference ?? []));
}

/** Which of these numbers a body has given already. */
export async function numbersTaken(
  sql: Sql,
  bodyId: string,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select('reference')
    .where('body_id', '=', bodyId)
    .where('reference', 'in', references)
    .execute();
  return new Set(rows.map(({ reference }) => reference));
}

/** These decisions by their ids, some thousands at a time. */
export async function decisionsById(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Decision>> {
  const found = new Map<string, Decision>();
  for (let start = 0; start < ids.length; start += idsAtOnce)
    for (const decision of await findDecisions(sql, ids.slice(start, start + idsAtOnce)))
      found.set(decision.id, decision);
  return found;
}

const idsAtOnce = 2000;
