import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { act } from '#platform/record';
import { accountsPath, type AccountServices } from '../keeping/account-work.ts';
import type { IdentityServices } from '../identity-services.ts';
import type { SignedIn } from '../signed-in.ts';
import { asSignIn, read } from '../store.ts';

/** One of an account’s keys, as its holder sees it. Of the key itself nothing is left to see. */
export type KeyListed = Readonly<{
  id: string;
  name: string;
  officeId: string;
  bodyId: string;
  /** With its body; undefined where the office can no longer act. */
  officeTitle: string | undefined;
  madeAt: Date;
  lastUsedOn: IsoDate | undefined;
  lastDay: IsoDate;
  standing: 'works' | 'revoked' | 'expired' | 'office-ended';
}>;

/** The account’s keys, the last made first, with those that no longer work. */
export async function listKeys(
  { database, clock, offices }: Pick<IdentityServices, 'database' | 'clock' | 'offices'>,
  { account }: Pick<SignedIn, 'account'>,
): Promise<readonly KeyListed[]> {
  if (account === undefined) return [];
  const today = clock.today();
  const rows = await read(database, (tables) =>
    tables
      .selectFrom('identity.api_key as key')
      .innerJoin('identity.appointment as appointment', 'appointment.id', 'key.appointment_id')
      .selectAll('key')
      .select(['appointment.held_to', 'appointment.ended_at'])
      .where('key.account_id', '=', account.id)
      .orderBy('key.made_at', 'desc')
      .execute(),
  );
  return Promise.all(
    rows.map(async (row) => {
      const office = await offices.officeOn(row.office_id, today);
      const isHeld = row.ended_at === null && (row.held_to === null || row.held_to >= today);
      return {
        id: row.id,
        name: row.name,
        officeId: row.office_id,
        bodyId: row.body_id,
        officeTitle: office?.officeTitle,
        madeAt: row.made_at,
        lastUsedOn: row.last_used_on ?? undefined,
        lastDay: row.last_day,
        standing:
          row.revoked_at !== null
            ? 'revoked'
            : row.last_day < today
              ? 'expired'
              : isHeld && office !== undefined
                ? 'works'
                : 'office-ended',
      };
    }),
  );
}

/**
 * Ends one of the account’s own keys at once, also when its office has ended meanwhile. One that was revoked before stays as it
 * is, and that is no fault.
 */
export async function revokeKey(
  services: AccountServices,
  signedIn: Pick<SignedIn, 'account'>,
  keyId: string,
): Promise<Result<void, 'no-such-key'>> {
  const key = (await listKeys(services, signedIn)).find(({ id }) => id === keyId);
  if (key === undefined) return refuse('no-such-key');
  const { bodyId, officeTitle = 'The holder of a key' } = key;
  const revoked = await act<void, 'revoked-before'>(services, { officeTitle, bodyId }, {}, async (sql) => {
    const ended = await asSignIn(sql, (tables) =>
      tables
        .updateTable('identity.api_key')
        .set({ revoked_at: services.clock.now() })
        .where('id', '=', key.id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    );
    if (ended === undefined) return refuse('revoked-before');
    return ok({
      value: undefined,
      entry: {
        act: 'identity.key.revoked',
        subject: accountsPath(bodyId),
        summary: 'A key for programs revoked',
        facts: { keyId: key.id, name: key.name },
        visibility: 'private',
      },
    });
  });
  if (!revoked.ok && revoked.error === 'already-submitted') throw new Error('Revoking sends no form key');
  return ok();
}
