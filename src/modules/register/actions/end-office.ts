import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { acceptEndOfOffice, type EndOfficeRefusal as DomainRefusal, type Office } from '../domain/office.ts';
import { mayManageOffices } from '../permissions.ts';
import { lockBody } from '../store/lock.ts';
import { findOffice, replaceOffice } from '../store/offices.ts';
import { type CommonRefusal, type Stale } from '#platform/module';

export type OfficeEnd = Readonly<{
  bodyId: string;
  officeId: string;
  /** The first day on which the office no longer exists. */
  until: IsoDate;
  reason: string;
  seen: number;
}>;

export type EndOfficeRefusal = CommonRefusal | DomainRefusal | 'no-such-office' | Stale<Office>;

/** Ends an office. Who held it stays on record; nobody can act in it from that day on. */
export async function endOffice(
  services: ActServices,
  actor: Actor | undefined,
  end: OfficeEnd,
  options: ActOptions = {},
): Promise<Result<{ version: number }, EndOfficeRefusal>> {
  const allowed = may(actor, mayManageOffices, end.bodyId);
  if (!allowed.ok) return allowed;

  return act<{ version: number }, EndOfficeRefusal>(services, allowed.value, options, async (sql) => {
    await lockBody(sql, end.bodyId);
    const office = await findOffice(sql, end.officeId);
    if (office === undefined || office.bodyId !== end.bodyId) return refuse('no-such-office');
    if (office.version !== end.seen) return refuse({ stale: office });
    const until = acceptEndOfOffice(office, end.until, end.reason);
    if (!until.ok) return until;

    const version = office.version + 1;
    const reason = end.reason.trim();
    await replaceOffice(sql, { ...office, version, until: until.value, reason }, services.clock.today());
    return ok({
      value: { version },
      entry: {
        act: 'register.office.ended',
        subject: `/bodies/${end.bodyId}/offices`,
        summary: `Office ended: ${office.title}, gone from ${formatDate(until.value)}`,
        facts: { officeId: office.id, version, until: until.value, reason },
        visibility: 'public',
      },
    });
  });
}
