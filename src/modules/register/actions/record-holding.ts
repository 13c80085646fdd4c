import { may } from '#platform/identity';
import { type Actor, ok, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import type { NewHolding } from '../domain/holding.ts';
import { mayManageOffices } from '../permissions.ts';
import { insertHoldings } from '../store/holdings.ts';
import { lockBody } from '../store/lock.ts';
import { checkHolding, freshId, holderOf, holdingFacts, type HoldingWorkRefusal } from './holding-work.ts';
import { type CommonRefusal } from '#platform/module';

export type RecordHoldingRefusal = CommonRefusal | HoldingWorkRefusal;

/** Records who holds an office of one's own body, from when, on whose behalf and with what mandate. */
export async function recordHolding(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  asked: NewHolding,
  options: ActOptions = {},
): Promise<Result<{ holdingId: string }, RecordHoldingRefusal>> {
  const allowed = may(actor, mayManageOffices, bodyId);
  if (!allowed.ok) return allowed;

  return act(services, allowed.value, options, async (sql) => {
    await lockBody(sql, bodyId);
    const checked = await checkHolding(sql, bodyId, asked);
    if (!checked.ok) return checked;
    const { office, holding } = checked.value;
    const recorded = {
      ...holding,
      id: freshId(services.clock),
      version: 1,
      holder: holderOf(services.clock, holding),
      reason: '',
      certainty: 'confirmed',
    } as const;
    await insertHoldings(sql, [recorded], services.clock.today());
    return ok({
      value: { holdingId: recorded.id },
      entry: {
        act: 'register.holding.recorded',
        subject: `/bodies/${bodyId}/offices`,
        summary: `Holder recorded: ${office.title}`,
        facts: holdingFacts(recorded),
        visibility: 'public',
      },
    });
  });
}
