import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptClosure, type ClosureRefusal } from '../domain/closure.ts';
import { mayCloseDays } from '../permissions.ts';
import { findBody } from '../store/bodies.ts';
import { insertClosure, listClosures, withdrawClosure } from '../store/closures.ts';
import { lockBody } from '../store/lock.ts';
import { type CommonRefusal } from '#platform/module';

export type NewClosure = Readonly<{ bodyId: string; day: IsoDate; reason: string; source: string }>;
export type CloseDayRefusal = CommonRefusal | ClosureRefusal;

/** Adds a day on which the body's offices are closed, so that its working days skip it from now on. */
export async function closeDay(
  services: ActServices,
  actor: Actor | undefined,
  closure: NewClosure,
  options: ActOptions = {},
): Promise<Result<void, CloseDayRefusal>> {
  const { bodyId, day } = closure;
  const allowed = may(actor, mayCloseDays, bodyId);
  if (!allowed.ok) return allowed;

  return act(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    if ((await findBody(sql, bodyId)) === undefined) return refuse('no-such-body');
    const today = services.clock.today();
    const accepted = acceptClosure(closure, await listClosures(sql, bodyId), today);
    if (!accepted.ok) return accepted;
    const reason = closure.reason.trim();
    const source = closure.source.trim();
    await insertClosure(sql, { bodyId, day, reason, source, recordedOn: today });
    return ok({
      value: undefined,
      entry: {
        act: 'register.day.closed',
        subject: `/bodies/${bodyId}/rules`,
        summary: `Offices closed on ${formatDate(day)}: ${reason}`,
        facts: { day, reason, source },
        visibility: 'public',
      },
    });
  });
}

export type ReopenDayRefusal = CommonRefusal | 'day-is-not-closed' | 'day-has-passed';

/** Withdraws a closure that has not yet come. */
export async function reopenDay(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, day }: Pick<NewClosure, 'bodyId' | 'day'>,
  options: ActOptions = {},
): Promise<Result<void, ReopenDayRefusal>> {
  const allowed = may(actor, mayCloseDays, bodyId);
  if (!allowed.ok) return allowed;
  return act(services, allowed.value, options, async (sql) => {
    const today = services.clock.today();
    if (day < today) return refuse('day-has-passed');
    if (!(await withdrawClosure(sql, { bodyId, day, withdrawnOn: today })))
      return refuse('day-is-not-closed');
    return ok({
      value: undefined,
      entry: {
        act: 'register.day.reopened',
        subject: `/bodies/${bodyId}/rules`,
        summary: `Offices open after all on ${formatDate(day)}`,
        facts: { day },
        visibility: 'public',
      },
    });
  });
}
