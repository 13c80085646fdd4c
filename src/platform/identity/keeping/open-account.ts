import { randomUUID } from 'node:crypto';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions } from '#platform/record';
import { acceptEmail } from '../email.ts';
import { may } from '../permission.ts';
import { mayKeepAccounts } from '../permissions.ts';
import type { IdentityTables } from '../tables.ts';
import {
  acceptTerm,
  accountsPath,
  type AccountServices,
  insertAppointment,
  type KeepingRefusal,
  type Term,
  termInWords,
  type TermRefusal,
} from './account-work.ts';
import { insertInvitation } from './invitation.ts';

export type OpenAccountRefusal = KeepingRefusal | TermRefusal | 'not-an-email' | 'email-in-use';

/**
 * Opens an account of one's own body for the holder of an office. Nobody has its password: the holder sets one with a link
 * that is made from `token`, works once, and stops working after seven days.
 */
export async function openAccount(
  services: AccountServices,
  actor: Actor | undefined,
  asked: Term & Readonly<{ email: string; token: string }>,
  options: ActOptions = {},
): Promise<Result<Readonly<{ accountId: string }>, OpenAccountRefusal>> {
  const allowed = may(actor, mayKeepAccounts, undefined);
  if (!allowed.ok) return allowed;
  const officer = allowed.value;
  const email = acceptEmail(asked.email);
  if (!email.ok) return email;
  const office = await acceptTerm(services, officer, asked);
  if (!office.ok) return office;

  return act(services, officer, options, async (sql) => {
    const opened = await sql
      .tables<IdentityTables>()
      .insertInto('identity.account')
      .values({
        id: randomUUID(),
        body_id: officer.bodyId,
        email: email.value,
        password_hash: null,
        created_at: services.clock.now(),
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (opened === undefined) return refuse('email-in-use');
    const accountId = opened.id;
    await insertAppointment(sql, accountId, office.value, asked);
    await insertInvitation(sql, services.clock, { accountId, bodyId: officer.bodyId, token: asked.token });
    return ok({
      value: { accountId },
      entry: {
        act: 'identity.account.opened',
        subject: accountsPath(officer.bodyId),
        summary: `Account opened for the holder of an office: ${office.value.officeTitle}, ${termInWords(asked)}`,
        facts: { accountId, officeId: asked.officeId, from: asked.from, to: asked.to ?? null },
        visibility: 'private',
      },
    });
  });
}
