import type { IdentityServices } from './identity-services.ts';
import { idleSince, seenLately } from './session-life.ts';
import { tokenHash } from './session-token.ts';
import type { SignedIn } from './signed-in.ts';
import { read, write } from './store.ts';

/** Who holds this token, judged now: an ended or idle session, a disabled account or an office left count no more. */
export async function whoHolds(services: IdentityServices, token: string): Promise<SignedIn | undefined> {
  const { database, clock, offices, openOffices } = services;
  const now = clock.now();
  const today = clock.today();
  const hash = tokenHash(token);

  const found = await read(database, (tables) =>
    tables
      .selectFrom('identity.session as session')
      .leftJoin('identity.account as account', 'account.id', 'session.account_id')
      .leftJoin('identity.appointment as appointment', (join) =>
        join
          .onRef('appointment.account_id', '=', 'session.account_id')
          .onRef('appointment.office_id', '=', 'session.office_id')
          .on('appointment.ended_at', 'is', null)
          .on('appointment.held_from', '<=', today)
          .on((on) => on.or([on('appointment.held_to', 'is', null), on('appointment.held_to', '>=', today)])),
      )
      .select([
        'session.account_id',
        'session.office_id',
        'session.seen_at',
        'account.email',
        'account.disabled_at',
      ])
      .select('appointment.office_id as held')
      .where('session.token_hash', '=', hash)
      .where('session.ends_at', '>', now)
      .where('session.seen_at', '>', idleSince(now))
      .executeTakeFirst(),
  );
  if (found === undefined || found.disabled_at !== null) return undefined;
  if (found.account_id === null && !openOffices) return undefined;

  if (found.seen_at < seenLately(now)) await touch(services, hash);

  const mayAct = found.account_id === null || found.held !== null;
  const office =
    mayAct && found.office_id !== null ? await offices.officeOn(found.office_id, today) : undefined;
  const account = found.account_id === null ? undefined : { id: found.account_id, email: found.email ?? '' };
  const actor = office === undefined ? undefined : { ...office, accountId: account?.id };
  return { tokenHash: hash, account, actor };
}

async function touch({ database, clock }: IdentityServices, hash: string): Promise<void> {
  await write(database, (tables) =>
    tables
      .updateTable('identity.session')
      .set({ seen_at: clock.now() })
      .where('token_hash', '=', hash)
      .execute(),
  );
}
