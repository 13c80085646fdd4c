import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Services } from '#platform/module';
import { act, type ActOptions, publicEntry } from '#platform/record';
import { decisionPath } from '../../domain/decision/decision.ts';
import { mayReceiveCallIn } from '../../permissions.ts';
import { findDecision } from '../../store/decisions.ts';
import { markWaiverReported } from '../../store/signing.ts';
import { listWaivers } from '../../store/steps.ts';
import { bodyOf } from './sign-call-in.ts';

export type ReportWaiverRefusal =
  | CommonRefusal
  | 'no-such-waiver'
  | 'reported-already'
  | 'in-the-future'
  | 'before-the-decision';

/** Records to which meeting of the Council a waiver of call-in was reported, as the constitution asks of every one. */
export async function reportWaiver(
  services: Services,
  actor: Actor | undefined,
  { decisionId, on }: Readonly<{ decisionId: string; on: IsoDate }>,
  options: ActOptions = {},
): Promise<Result<void, ReportWaiverRefusal>> {
  const allowed = may(actor, mayReceiveCallIn, bodyOf(decisionId));
  if (!allowed.ok) return allowed;
  return act<void, ReportWaiverRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, `/decisions/${decisionId}`);
    const decision = await findDecision(sql, decisionId);
    const waiver = (await listWaivers(sql, [decisionId])).get(decisionId);
    if (decision === undefined || waiver === undefined) return refuse('no-such-waiver');
    if (waiver.reportedOn !== undefined) return refuse('reported-already');
    if (on > services.clock.today()) return refuse('in-the-future');
    if (on < decision.takenOn) return refuse('before-the-decision');
    await markWaiverReported(sql, decisionId, on);
    const subject = decisionPath(decision);
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'governance.waiver.reported',
        subject,
        summary: `Waiver of call-in reported to the Council on ${formatDate(on)}: ${decision.title}`,
        decision: subject,
        facts: { on },
        about: { bodies: [decision.bodyId], places: decision.places, topics: decision.topics },
      }),
    });
  });
}
