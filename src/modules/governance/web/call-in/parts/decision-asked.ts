import { notFound, type OfficeVisit, type Reply, type Visit } from '#platform/http';
import { type Actor, clip } from '#platform/kernel';
import type { Services } from '#platform/module';
import { type Decision, decisionId, decisionPath } from '../../../domain/decision/decision.ts';
import { callInBasis } from '../../../queries/call-in/call-in-basis.ts';
import { type CallInShown, shown } from '../../../queries/call-in/call-in-shown.ts';

/** The decision that an address names. */
export const idAsked = ({ params }: Pick<Visit, 'params'>): string =>
  decisionId({ bodyId: params['body'] ?? '', reference: params['reference'] ?? '' });

/** The call-in of the decision an address names, as the officer’s own body sees it now; undefined where there is none. */
export async function callInAsked(
  { database, clock }: Services,
  visit: OfficeVisit,
): Promise<CallInShown | undefined> {
  const basis = await database.as(visit.actor, (sql) => callInBasis(sql, idAsked(visit), clock.now()));
  return basis === undefined ? undefined : shown(basis);
}

export const noSuchDecision = ({ params }: Pick<Visit, 'params'>): Reply =>
  notFound(`Your body has no decision with the number ${clip(params['reference'] ?? '', 40)}.`);

/** The way back from a page about a decision’s call-in. */
export const decisionStep = (decision: Decision) => ({
  text: `Decision ${decision.reference}`,
  href: decisionPath(decision),
});

/** The page of officers on which the whole of a call-in stands. */
export const managePath = (decision: Decision): string => `${decisionPath(decision)}/call-in/manage`;
export const manageStep = (decision: Decision) => ({ text: 'Call-in', href: managePath(decision) });

export type OfficeActor = Pick<Actor, 'bodyId' | 'bodyName'>;
