import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import type { Holding, NewHolding } from '../domain/holding.ts';
import { mayManageOffices } from '../permissions.ts';
import { findHolding, replaceHolding } from '../store/holdings.ts';
import { lockBody } from '../store/lock.ts';
import { checkHolding, holderOf, holdingFacts, type HoldingWorkRefusal } from './holding-work.ts';
import { type CommonRefusal, type Stale } from '#platform/module';

export type HoldingCorrection = Readonly<{
  bodyId: string;
  holdingId: string;
  /** The holding as it should stand: an end is a correction that sets `until`. */
  holding: Omit<NewHolding, 'officeId'>;
  reason: string;
  seen: number;
}>;

export type CorrectHoldingRefusal =
  | CommonRefusal
  | HoldingWorkRefusal
  | 'no-such-holding'
  | 'reason-missing'
  | Stale<Holding>;

/** Ends or corrects who holds an office. The version before stays readable as what was known until now. */
export async function correctHolding(
  services: ActServices,
  actor: Actor | undefined,
  correction: HoldingCorrection,
  options: ActOptions = {},
): Promise<Result<{ version: number }, CorrectHoldingRefusal>> {
  const { bodyId, holdingId, seen } = correction;
  const allowed = may(actor, mayManageOffices, bodyId);
  if (!allowed.ok) return allowed;

  return act<{ version: number }, CorrectHoldingRefusal>(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    const before = await findHolding(sql, holdingId);
    if (before === undefined) return refuse('no-such-holding');
    const asked = { ...correction.holding, officeId: before.officeId };
    const checked = await checkHolding(sql, bodyId, asked, before);
    // Another body's holding is not this officer's to know of, so it is looked for as one that does not exist.
    if (!checked.ok) return checked.error === 'no-such-office' ? refuse('no-such-holding') : checked;
    if (before.version !== seen) return refuse({ stale: before });
    const reason = correction.reason.trim();
    if (reason === '') return refuse('reason-missing');

    const { office, holding } = checked.value;
    const next = {
      ...holding,
      id: holdingId,
      version: before.version + 1,
      holder: holderOf(services.clock, holding, before),
      reason,
      certainty: 'confirmed',
    } as const;
    await replaceHolding(sql, next, services.clock.today());
    const ended = before.until === undefined && next.until !== undefined;
    return ok({
      value: { version: next.version },
      entry: {
        act: ended ? 'register.holding.ended' : 'register.holding.corrected',
        subject: `/bodies/${bodyId}/offices`,
        summary: `Holder ${ended ? 'no longer in office' : 'corrected'}: ${office.title}`,
        facts: { ...holdingFacts(next), reason },
        visibility: 'public',
      },
    });
  });
}
