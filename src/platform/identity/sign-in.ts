import { ok, refuse, type Result } from '#platform/kernel';
import type { IdentityServices } from './identity-services.ts';
import { officesOf } from './offices-of.ts';
import { passwordMatches } from './password.ts';
import { startSession } from './sessions.ts';
import { countTry, forgetTries, tryKeys } from './sign-in-tries.ts';
import { read } from './store.ts';

export type SignInRefusal = 'not-recognised' | 'too-many-tries';

/**
 * Signs in with e-mail and password. The refusal is the same whether the e-mail is unknown, the password wrong or the
 * account disabled, and takes as long. Tries are counted before they are judged, so that parallel guesses count too.
 */
export async function signIn(
  services: IdentityServices,
  given: Readonly<{ email: string; password: string; address: string; device: string }>,
): Promise<Result<string, SignInRefusal>> {
  const email = given.email.trim().toLowerCase();
  const keys = tryKeys({ email, address: given.address });
  if (!(await countTry(services, keys))) return refuse('too-many-tries');

  const account = await read(services.database, (tables) =>
    tables
      .selectFrom('identity.account')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  const matches = await passwordMatches(given.password, account?.password_hash ?? undefined);
  if (account === undefined || !matches) return refuse('not-recognised');

  await forgetTries(services, keys);
  const [only, another] = await officesOf(services, account.id, services.clock.today());
  const officeId = another === undefined ? only?.officeId : undefined;
  return ok(await startSession(services, { accountId: account.id, officeId, device: given.device }));
}
