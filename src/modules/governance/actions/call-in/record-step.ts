import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Services } from '#platform/module';
import { actTogether, type ActOptions, type Entry, publicEntry } from '#platform/record';
import { stepRefusal, type StepRefusal } from '../../domain/call-in/step-order.ts';
import { type Decision, decisionPath } from '../../domain/decision/decision.ts';
import type { Step } from '../../domain/decision/step.ts';
import { stepTitle } from '../../domain/decision/step-title.ts';
import { mayReceiveCallIn } from '../../permissions.ts';
import { callInBasis } from '../../queries/call-in/call-in-basis.ts';
import { findDecision } from '../../store/decisions.ts';
import { insertStep } from '../../store/steps.ts';
import { factsOf } from '../../queries/standings.ts';
import { bodyOf } from './sign-call-in.ts';

export type RecordStepRefusal =
  | CommonRefusal
  | StepRefusal
  | 'no-such-decision'
  | 'reasons-missing'
  | 'no-such-new-decision';

/**
 * Records what was done with a decision after it was published: a hearing, the Council’s answer, the reconsideration, or the
 * Council’s resolutions on its clauses, several at once. Each must be possible after what is recorded already, by the rules
 * of the decision’s day; of two officers at work at once the second is judged by what the first left.
 */
export async function recordSteps(
  services: Services,
  actor: Actor | undefined,
  decisionId: string,
  steps: readonly Step[],
  options: ActOptions = {},
): Promise<Result<void, RecordStepRefusal>> {
  const allowed = may(actor, mayReceiveCallIn, bodyOf(decisionId));
  if (!allowed.ok) return allowed;
  return actTogether<void, RecordStepRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, `/decisions/${decisionId}`);
    const now = services.clock.now();
    const entries: Entry[] = [];
    const basis = await callInBasis(sql, decisionId, now);
    if (basis === undefined) return refuse('no-such-decision');
    const { decision, rules, calendar } = basis;
    for (const [index, step] of steps.entries()) {
      const before = factsOf(decision, { ...basis, steps: [...basis.steps, ...steps.slice(0, index)] });
      const refusal = stepRefusal(step, before, rules, calendar, now) ?? reasonsRefusal(step);
      if (refusal !== undefined) return refuse(refusal);
      if (step.leadsTo !== undefined && !isOfSameBody(decision, await findDecision(sql, step.leadsTo)))
        return refuse('no-such-new-decision');
      await insertStep(sql, decisionId, step, now);
      entries.push(entryOf(decision, step));
    }
    return ok({ value: undefined, entries });
  });
}

/** What stops a decision or changes it must be given in writing. */
function reasonsRefusal({
  outcome,
  says,
  leadsTo,
}: Step): 'reasons-missing' | 'no-such-new-decision' | undefined {
  if (outcome === 'amended' && leadsTo === undefined) return 'no-such-new-decision';
  return needsReasons.has(outcome) && says.trim() === '' ? 'reasons-missing' : undefined;
}

const needsReasons: ReadonlySet<Step['outcome']> = new Set([
  'referred-back',
  'referred-to-council',
  'objection',
  'decided-instead',
  'withdrawn',
  'accepted-with-changes',
  'refused',
] as const);

const isOfSameBody = (decision: Decision, other: Decision | undefined): boolean =>
  other !== undefined && other.bodyId === decision.bodyId && other.id !== decision.id;

function entryOf(decision: Decision, step: Step): Entry {
  const subject = decisionPath(decision);
  const clause = step.kind === 'resolution' ? step.clause : null;
  return publicEntry({
    act: `governance.decision.${actNames[step.kind]}`,
    subject,
    summary: `${stepTitle(step)}: ${decision.title}`,
    decision: subject,
    facts: {
      outcome: step.outcome,
      clause,
      at: step.at.toISOString(),
      by: step.byWhom,
      says: step.says,
      leadsTo: step.leadsTo ?? null,
      source: step.source,
    },
    about: {
      bodies: [decision.bodyId],
      places: decision.places,
      topics: decision.topics,
      things: step.leadsTo === undefined ? [] : [`/decisions/${step.leadsTo}`],
    },
  });
}

const actNames = {
  hearing: 'heard',
  'council-review': 'reviewed',
  reconsideration: 'reconsidered',
  resolution: 'resolved',
} as const satisfies Record<Step['kind'], string>;
