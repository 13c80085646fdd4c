import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions } from '#platform/record';
import { may } from '../permission.ts';
import { mayKeepAccounts } from '../permissions.ts';
import { asSignIn } from '../store.ts';
import type { IdentityTables } from '../tables.ts';
import {
  acceptTerm,
  accountsPath,
  type AccountServices,
  insertAppointment,
  type KeepingRefusal,
  lockAccount,
  type Term,
  termInWords,
  type TermRefusal,
} from './account-work.ts';

export type AppointRefusal = KeepingRefusal | TermRefusal | 'account-closed' | 'appointed-already';

/** Lets an account of one's own body act in one more of its offices, from a day on. */
export async function appoint(
  services: AccountServices,
  actor: Actor | undefined,
  accountId: string,
  asked: Term,
  options: ActOptions = {},
): Promise<Result<void, AppointRefusal>> {
  const allowed = may(actor, mayKeepAccounts, undefined);
  if (!allowed.ok) return allowed;
  const officer = allowed.value;
  const office = await acceptTerm(services, officer, asked);
  if (!office.ok) return office;

  return act(services, officer, options, async (sql) => {
    const account = await lockAccount(sql, officer, accountId);
    if (account === undefined) return refuse('no-such-account');
    if (account.isClosed) return refuse('account-closed');
    const { from, to, officeId } = asked;
    const same = await sql
      .tables<IdentityTables>()
      .selectFrom('identity.appointment')
      .select('id')
      .where('account_id', '=', account.id)
      .where('office_id', '=', officeId)
      .where('ended_at', 'is', null)
      .where((where) => where.or([where('held_to', 'is', null), where('held_to', '>=', from)]))
      .$if(to !== undefined, (query) => query.where('held_from', '<=', to ?? from))
      .executeTakeFirst();
    if (same !== undefined) return refuse('appointed-already');
    await insertAppointment(sql, account.id, office.value, asked);
    return ok({
      value: undefined,
      entry: {
        act: 'identity.account.appointed',
        subject: accountsPath(officer.bodyId),
        summary: `An account appointed to an office: ${office.value.officeTitle}, ${termInWords(asked)}`,
        facts: { accountId: account.id, officeId, from, to: to ?? null },
        visibility: 'private',
      },
    });
  });
}

export type EndAppointmentRefusal =
  | KeepingRefusal
  | 'no-such-appointment'
  | 'ended-already'
  | 'own-appointment';

/**
 * Ends an appointment at once, with every session that acts in its office. Nobody ends the one they act in: the last
 * monitoring officer would lock the body out.
 */
export async function endAppointment(
  services: AccountServices,
  actor: Actor | undefined,
  { accountId, appointmentId }: Readonly<{ accountId: string; appointmentId: string }>,
  options: ActOptions = {},
): Promise<Result<void, EndAppointmentRefusal>> {
  const allowed = may(actor, mayKeepAccounts, undefined);
  if (!allowed.ok) return allowed;
  const officer = allowed.value;

  return act(services, officer, options, async (sql) => {
    const account = await lockAccount(sql, officer, accountId);
    if (account === undefined) return refuse('no-such-account');
    const tables = sql.tables<IdentityTables>();
    const appointments = await tables
      .selectFrom('identity.appointment')
      .select(['id', 'office_id', 'held_to', 'ended_at'])
      .where('account_id', '=', account.id)
      .execute();
    const ending = appointments.find(({ id }) => id === appointmentId);
    if (ending === undefined) return refuse('no-such-appointment');
    const isPast = ending.held_to !== null && ending.held_to < services.clock.today();
    if (ending.ended_at !== null || isPast) return refuse('ended-already');
    const officeId = ending.office_id;
    if (account.id === officer.accountId && officeId === officer.officeId) return refuse('own-appointment');
    await tables
      .updateTable('identity.appointment')
      .set({ ended_at: services.clock.now() })
      .where('id', '=', ending.id)
      .execute();
    await asSignIn(sql, (sessions) =>
      sessions
        .deleteFrom('identity.session')
        .where('account_id', '=', account.id)
        .where('office_id', '=', officeId)
        .execute(),
    );
    return ok({
      value: undefined,
      entry: {
        act: 'identity.account.appointment-ended',
        subject: accountsPath(officer.bodyId),
        summary: `An account’s appointment to an office ended: ${officeId}`,
        facts: { accountId: account.id, officeId },
        visibility: 'private',
      },
    });
  });
}
