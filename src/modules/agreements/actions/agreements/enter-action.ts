import { type Sql, lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import {
  acceptAction,
  acceptFact,
  type ActionRefusal,
  type FactRefusal,
  type NewAction,
  type NewFact,
} from '../../domain/agreement/accept-action.ts';
import type { ActionFact, PlannedAction } from '../../domain/agreement/action.ts';
import { type Agreement, agreementPath } from '../../domain/agreement/agreement.ts';
import { lastQuickDay } from '../../domain/agreement/quick-win-rule.ts';
import { mayDraftAgreements, mayKeepCommitments } from '../../permissions.ts';
import { insertAction, insertActionFact, listActions } from '../../store/actions.ts';
import { findAgreement } from '../../store/agreements.ts';
import { listOutcomes } from '../../store/frameworks.ts';
import { listTargets } from '../../store/targets.ts';
import { actionEntry, factEntry } from './agreement-entry.ts';

export type EnterActionRefusal =
  | CommonRefusal
  | ActionRefusal
  | 'no-such-agreement'
  | 'not-a-party'
  /** Another action was entered since: the last one. */
  | Stale<PlannedAction>;

/** Enters an action under an agreement or a chapter. Any party may; its owner is one of the parties. Answers its number. */
export async function enterAction(
  services: ActServices,
  actor: Actor | undefined,
  agreementId: string,
  asked: NewAction,
  /** How many actions the officer saw. */
  seen: number,
  options: ActOptions = {},
): Promise<Result<{ number: number }, EnterActionRefusal>> {
  const allowed = may(actor, mayDraftAgreements, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<{ number: number }, EnterActionRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, agreementPath({ id: agreementId }));
    const now = services.clock.now();
    const agreement = await findAgreement(sql, agreementId);
    if (agreement === undefined) return refuse('no-such-agreement');
    const parties = partiesOf(agreement);
    if (!parties.includes(bodyId)) return refuse('not-a-party');
    const actions = await listActions(sql, { agreementIds: [agreementId] });
    if (actions.length !== seen) return refuse({ stale: actions.at(-1) });
    const accepted = acceptAction(asked, {
      parties,
      ...(await thingsOf(sql, agreement)),
      lastQuickDay: lastQuickDay(londonDate(now)),
    });
    if (!accepted.ok) return accepted;
    const action: PlannedAction = {
      ...accepted.value,
      agreementId,
      number: seen + 1,
      certainty: agreement.isIllustrative ? 'illustrative' : 'confirmed',
      publishedBy: officeTitle,
      recordedAt: now,
      facts: [],
    };
    await insertAction(sql, action);
    return ok({ value: { number: action.number }, entry: actionEntry(agreement, action) });
  });
}

export type FollowActionRefusal =
  | CommonRefusal
  | FactRefusal
  | 'no-such-action'
  | 'not-the-owner'
  /** Something was entered since: the last of it. */
  | Stale<ActionFact>;

/** Records what became of an action or of one of its milestones. Only the body that owns it may. */
export async function followAction(
  services: ActServices,
  actor: Actor | undefined,
  of: Pick<PlannedAction, 'agreementId' | 'number'>,
  asked: NewFact,
  /** How many facts the officer saw. */
  seen: number,
  options: ActOptions = {},
): Promise<Result<void, FollowActionRefusal>> {
  const allowed = may(actor, mayKeepCommitments, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<void, FollowActionRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, agreementPath({ id: of.agreementId }));
    const agreement = await findAgreement(sql, of.agreementId);
    const action = (await listActions(sql, { agreementIds: [of.agreementId] })).find(
      ({ number }) => number === of.number,
    );
    if (agreement === undefined || action === undefined) return refuse('no-such-action');
    if (action.ownerBody !== bodyId) return refuse('not-the-owner');
    if (action.facts.length !== seen) return refuse({ stale: action.facts.at(-1) });
    const now = services.clock.now();
    const accepted = acceptFact(action, asked, londonDate(now));
    if (!accepted.ok) return accepted;
    const fact: ActionFact = {
      ...accepted.value,
      position: seen + 1,
      byBody: bodyId,
      byOffice: officeTitle,
      recordedAt: now,
    };
    await insertActionFact(sql, action, fact);
    return ok({ value: undefined, entry: factEntry(agreement, action, fact) });
  });
}

const partiesOf = ({ versions }: Agreement): readonly string[] =>
  (versions.at(-1) ?? versions[0]).parties.map(({ bodyId }) => bodyId);

async function thingsOf(sql: Sql, { id, versions }: Agreement) {
  const { frameworkId } = versions.at(-1) ?? versions[0];
  const [outcomes, targets] = await Promise.all([
    frameworkId === undefined ? [] : listOutcomes(sql, { frameworkIds: [frameworkId] }),
    listTargets(sql, { agreementIds: [id] }),
  ]);
  return {
    outcomes: new Set(outcomes.map((outcome) => outcome.id)),
    targets: new Set(targets.map((target) => target.id)),
  };
}
