import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Answer, type Done } from '#platform/record';
import { type Consultation, consultationPath } from '../../domain/consultation/consultation.ts';
import { mayConsult } from '../../permissions.ts';
import { findConsultation } from '../../store/consultations.ts';
import { purgeEnded } from './purge-answers.ts';

export type OnConsultationRefusal = CommonRefusal | 'no-such-consultation';

/** What an act on a consultation works with. */
export type ActingOn = Readonly<{ sql: Sql; consultation: Consultation; actor: Actor; now: Date }>;

/**
 * Does one thing to a consultation for an office of the body that asks: one at a time, so that the second of two officers
 * sees what the first left. Answers of that body that are past their day are deleted first.
 */
export async function onConsultation<Value extends Answer, Refusal>(
  services: ActServices,
  actor: Actor | undefined,
  consultationId: string,
  options: ActOptions,
  work: (acting: ActingOn) => Promise<Result<Done<Value>, Refusal>>,
): Promise<Result<Value, Refusal | OnConsultationRefusal>> {
  const found = await findConsultation(services.database, consultationId);
  if (found === undefined) return refuse('no-such-consultation');
  const allowed = may(actor, mayConsult, found.bodyId);
  if (!allowed.ok) return allowed;
  await purgeEnded(services, { bodyId: found.bodyId });
  return act<Value, Refusal | OnConsultationRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, consultationPath(found));
    const now = services.clock.now();
    const done = await work({ sql, consultation: found, actor: allowed.value, now });
    return done.ok ? ok(done.value) : done;
  });
}
