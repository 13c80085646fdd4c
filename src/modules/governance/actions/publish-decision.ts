import { may } from '#platform/identity';
import { type Actor, ok, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import type { PublishFault } from '../domain/record/publish-fault.ts';
import { mayPublishDecisions } from '../permissions.ts';
import { enterDecision } from './enter-decision.ts';

export type PublishRefusal = CommonRefusal | Readonly<{ faults: readonly PublishFault[] }>;

/**
 * Publishes the record of a decision: from then on it is never edited. It is judged by the law and the body’s rules of the
 * day it was taken, and refused with everything that is wrong at once. Answers its number.
 */
export async function publishDecision(
  services: ActServices,
  actor: Actor | undefined,
  decision: NewDecision,
  options: ActOptions = {},
): Promise<Result<{ reference: string }, PublishRefusal>> {
  const allowed = may(actor, mayPublishDecisions, decision.bodyId);
  if (!allowed.ok) return allowed;
  const { officeTitle } = allowed.value;
  return act<{ reference: string }, PublishRefusal>(services, allowed.value, options, async (sql) => {
    const entered = await enterDecision(sql, decision, { officeTitle, now: services.clock.now() });
    if (!entered.ok) return entered;
    const { decision: published, entry } = entered.value;
    return ok({ value: { reference: published.reference }, entry });
  });
}
