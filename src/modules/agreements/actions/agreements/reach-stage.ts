import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { groundDecisions } from '#modules/governance';
import { acceptStage, type NewStage, type StageRefusal } from '../../domain/agreement/accept-stage.ts';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import type { ReachedStage } from '../../domain/agreement/stage.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { agreementAt } from '../../queries/agreements/agreement-at.ts';
import { findAgreement, insertStage } from '../../store/agreements.ts';
import { stageEntry } from './agreement-entry.ts';
import { keeps } from './known-here.ts';

export type ReachStageRefusal =
  | CommonRefusal
  | StageRefusal
  | 'no-such-agreement'
  | 'not-the-keeper'
  | 'no-such-decision'
  /** Another stage was entered since: the last one that stands now. */
  | Stale<ReachedStage>;

/** Records that an agreement reached a stage. From then on it stands; what was wrong is said by another. */
export async function reachStage(
  services: ActServices,
  actor: Actor | undefined,
  id: string,
  asked: NewStage,
  /** How many stages the officer saw. */
  seen: number,
  options: ActOptions = {},
): Promise<Result<void, ReachStageRefusal>> {
  const allowed = may(actor, mayDraftAgreements, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<void, ReachStageRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, agreementPath({ id }));
    const now = services.clock.now();
    const agreement = await findAgreement(sql, id);
    if (agreement === undefined) return refuse('no-such-agreement');
    if (!(await keeps(sql, agreement, bodyId, now))) return refuse('not-the-keeper');
    if (agreement.stages.length !== seen) return refuse({ stale: agreement.stages.at(-1) });
    const stood = await agreementAt(sql, id, { on: asked.when.on, at: now });
    const accepted = acceptStage(agreement, asked, londonDate(now), stood?.standing);
    if (!accepted.ok) return accepted;
    const { decisionId } = asked;
    if (decisionId !== undefined && (await groundDecisions(sql, [decisionId], now)).size === 0)
      return refuse('no-such-decision');
    const stage: ReachedStage = {
      ...accepted.value,
      position: seen + 1,
      certainty: agreement.isIllustrative ? 'illustrative' : 'confirmed',
      byOffice: officeTitle,
      recordedAt: now,
    };
    await insertStage(sql, id, stage);
    const last = agreement.versions.at(-1) ?? agreement.versions[0];
    const parties = last.parties.map((party) => party.bodyId);
    return ok({ value: undefined, entry: stageEntry(agreement, last.title, parties, stage) });
  });
}
