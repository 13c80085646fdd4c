import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { PlannedAction } from '../../domain/agreement/action.ts';
import { type ActionStanding, standingOfAction } from '../../domain/agreement/action-standing.ts';
import type { AgreementStanding } from '../../domain/agreement/agreement-standing.ts';
import { lastDayOf } from '../../domain/agreement/rough-day.ts';
import { listActions } from '../../store/actions.ts';
import { type AgreementAt, agreementsAt, type MomentAsked } from './agreement-at.ts';
import { type AgreementDraft, agreementDrafts } from './drafting.ts';

/** What agreements ask of a body on a day. */
export type OwnAgreementWork = Readonly<{
  drafts: readonly AgreementDraft[];
  /** Those it keeps that ran out, and which nothing on record closes or renews. */
  pastTerm: readonly (AgreementAt &
    Readonly<{ standing: Extract<AgreementStanding, { standing: 'past-term' }> }>)[];
  /** The actions it owns that are neither done nor given up, each with its last day. */
  actions: readonly Readonly<{ action: PlannedAction; found: ActionStanding; by: IsoDate }>[];
}>;

/** Read by the body itself, whose drafts nobody else sees. */
export async function ownAgreementWork(
  sql: Sql,
  bodyId: string,
  moment: MomentAsked,
): Promise<OwnAgreementWork> {
  const [drafts, agreements, actions] = await Promise.all([
    agreementDrafts(sql, bodyId),
    agreementsAt(sql, { bodyId }, moment),
    listActions(sql, { ownerBody: bodyId }),
  ]);
  const renewed = new Set(agreements.map(({ agreement }) => agreement.renews));
  return {
    drafts,
    pastTerm: agreements.flatMap((each) =>
      each.standing.standing === 'past-term' &&
      each.agreement.bodyId === bodyId &&
      !renewed.has(each.agreement.id)
        ? [{ ...each, standing: each.standing }]
        : [],
    ),
    actions: actions.flatMap((action) => {
      const found = standingOfAction(action, moment.on);
      const isOpen =
        found.standing === 'overdue' || found.standing === 'started' || found.standing === 'to-come';
      return found.due === undefined || !isOpen ? [] : [{ action, found, by: lastDayOf(found.due) }];
    }),
  };
}
