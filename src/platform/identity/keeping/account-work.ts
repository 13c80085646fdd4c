import type { Sql } from '#platform/db';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import type { IdentityServices } from '../identity-services.ts';
import type { ActingOffice } from '../office-directory.ts';
import type { PermissionRefusal } from '../permission.ts';
import type { IdentityTables } from '../tables.ts';

/** What keeping a body's accounts needs. */
export type AccountServices = IdentityServices & ActServices;

/** What every act of keeping accounts can be refused for. */
export type KeepingRefusal = PermissionRefusal | 'already-submitted' | 'no-such-account';

/** An office to act in from a day on; `to` is the last day. */
export type Term = Readonly<{ officeId: string; from: IsoDate; to: IsoDate | undefined }>;
export type TermRefusal = 'no-such-office' | 'ends-before-it-begins';

/** The body's page of its accounts, which its entries in the record are about. */
export const accountsPath = (bodyId: string) => `/bodies/${bodyId}/accounts`;

/** Judges a term: an office of the officer's own body that can act on the first day, in days that are in order. */
export async function acceptTerm(
  { offices }: Pick<IdentityServices, 'offices'>,
  { bodyId }: Actor,
  { officeId, from, to }: Term,
): Promise<Result<ActingOffice, TermRefusal>> {
  if (to !== undefined && to < from) return refuse('ends-before-it-begins');
  const office = await offices.officeOn(officeId, from);
  return office === undefined || office.bodyId !== bodyId ? refuse('no-such-office') : ok(office);
}

/** Appoints an account of the office's body to the office. */
export async function insertAppointment(
  sql: Sql,
  accountId: string,
  office: ActingOffice,
  { from, to }: Omit<Term, 'officeId'>,
): Promise<void> {
  await sql
    .tables<IdentityTables>()
    .insertInto('identity.appointment')
    .values({
      account_id: accountId,
      body_id: office.bodyId,
      office_id: office.officeId,
      held_from: from,
      held_to: to ?? null,
      ended_at: null,
    })
    .execute();
}

/**
 * The account of the officer's body, locked until the act is done, so that two officers at work on it follow each other.
 * Row-level security shows no other body's.
 */
export async function lockAccount(
  sql: Sql,
  { bodyId }: Actor,
  accountId: string,
): Promise<Readonly<{ id: string; isClosed: boolean }> | undefined> {
  const accounts = await sql
    .tables<IdentityTables>()
    .selectFrom('identity.account')
    .select(['id', 'disabled_at'])
    .where('body_id', '=', bodyId)
    .where((where) => where(where.cast<string>('id', 'text'), '=', accountId))
    .forUpdate()
    .execute();
  const [account] = accounts;
  return account === undefined ? undefined : { id: account.id, isClosed: account.disabled_at !== null };
}

/** "from 3 May 2026", "from 3 May 2026 to 4 May 2027". */
export const termInWords = ({ from, to }: Pick<Term, 'from' | 'to'>): string =>
  to === undefined ? `from ${formatDate(from)}` : `from ${formatDate(from)} to ${formatDate(to)}`;
