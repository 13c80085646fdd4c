import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, clip, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { decisionPath } from '../domain/decision/decision.ts';
import { mayPublishDecisions } from '../permissions.ts';
import { findDecision } from '../store/decisions.ts';
import { insertCorrection } from '../store/steps.ts';

export type CorrectionAsked = Readonly<{ decisionId: string; says: string; reason: string }>;
export type CorrectDecisionRefusal = CommonRefusal | 'no-such-decision' | 'nothing-said' | 'no-reason';

/** Adds a dated correction to a published record, which itself stays as it was. It is public from today. */
export async function correctDecision(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  { decisionId, says, reason }: CorrectionAsked,
  options: ActOptions = {},
): Promise<Result<{ position: number }, CorrectDecisionRefusal>> {
  const allowed = may(actor, mayPublishDecisions, bodyId);
  if (!allowed.ok) return allowed;
  if (says.trim() === '') return refuse('nothing-said');
  if (reason.trim() === '') return refuse('no-reason');
  const { officeTitle } = allowed.value;
  return act<{ position: number }, CorrectDecisionRefusal>(services, allowed.value, options, async (sql) => {
    const decision = await findDecision(sql, decisionId);
    if (decision === undefined || decision.bodyId !== bodyId) return refuse('no-such-decision');
    const subject = decisionPath(decision);
    await lockThing(sql, subject);
    const on = services.clock.today();
    const correction = { on, says, reason, byOffice: officeTitle };
    const position = await insertCorrection(sql, decisionId, correction, services.clock.now());
    return ok({
      value: { position },
      entry: publicEntry({
        act: 'governance.decision.corrected',
        subject,
        summary: `Correction added to a record: ${clip(decision.title, 120)}`,
        facts: { position, on, says, reason },
        about: { bodies: [bodyId], places: decision.places, topics: decision.topics },
      }),
    });
  });
}
