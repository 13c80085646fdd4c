import type { Database } from '#platform/db';
import type { Actor, IsoDate } from '#platform/kernel';
import type { IdentityTables } from '../tables.ts';

/** An account of a body, as its monitoring officer sees it: everything but its password. */
export type AccountKept = Readonly<{
  id: string;
  email: string;
  openedAt: Date;
  closedAt: Date | undefined;
  hasPassword: boolean;
  /** Until when its newest link works; undefined where there is none or it was used. */
  linkUntil: Date | undefined;
  appointments: readonly AppointmentKept[];
}>;

/** In which office an account may act, and when; `to` is the last day, `endedAt` the moment it was ended before. */
export type AppointmentKept = Readonly<{
  id: string;
  officeId: string;
  from: IsoDate;
  to: IsoDate | undefined;
  endedAt: Date | undefined;
}>;

/** The accounts of the officer's own body, by e-mail. Row-level security shows no other body's. */
export async function accountsKept(
  database: Database,
  { bodyId }: Pick<Actor, 'bodyId'>,
): Promise<readonly AccountKept[]> {
  const [accounts, appointments, links] = await database.as({ bodyId }, async (sql) => {
    const tables = sql.tables<IdentityTables>();
    return [
      await tables
        .selectFrom('identity.account')
        .select(['id', 'email', 'created_at', 'disabled_at'])
        .select((select) => select('password_hash', 'is not', null).as('has_password'))
        .where('body_id', '=', bodyId)
        .orderBy('email')
        .execute(),
      await tables
        .selectFrom('identity.appointment')
        .selectAll()
        .where('body_id', '=', bodyId)
        .orderBy('held_from')
        .orderBy('office_id')
        .execute(),
      await tables
        .selectFrom('identity.invitation')
        .select(['account_id', 'ends_at'])
        .where('body_id', '=', bodyId)
        .where('used_at', 'is', null)
        .execute(),
    ] as const;
  });
  return accounts.map((account) => ({
    id: account.id,
    email: account.email,
    openedAt: account.created_at,
    closedAt: account.disabled_at ?? undefined,
    hasPassword: Boolean(account.has_password),
    linkUntil: links.find((link) => link.account_id === account.id)?.ends_at,
    appointments: appointments
      .filter((appointment) => appointment.account_id === account.id)
      .map((appointment) => ({
        id: appointment.id,
        officeId: appointment.office_id,
        from: appointment.held_from,
        to: appointment.held_to ?? undefined,
        endedAt: appointment.ended_at ?? undefined,
      })),
  }));
}

/** Whether an account may act in the office of this appointment on a day. */
export const isHeldOn = ({ from, to, endedAt }: AppointmentKept, on: IsoDate): boolean =>
  endedAt === undefined && from <= on && (to === undefined || to >= on);
