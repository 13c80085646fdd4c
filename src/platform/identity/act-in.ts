import { ok, refuse, type Result } from '#platform/kernel';
import type { IdentityServices } from './identity-services.ts';
import { officesOf } from './offices-of.ts';
import { endSession, startSession } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';

export type ActInRefusal = 'not-your-office';

/**
 * Acts in an office from now on, in a fresh session: the old token dies with the change. An account may act in the
 * offices it holds today; without an account, any office, where offices are open.
 */
export async function actIn(
  services: IdentityServices,
  signedIn: SignedIn | undefined,
  officeId: string,
  device: string,
): Promise<Result<string, ActInRefusal>> {
  const today = services.clock.today();
  const account = signedIn?.account;
  if (account === undefined && !services.openOffices) return refuse('not-your-office');

  const choice =
    account === undefined
      ? await services.offices.officesOn(today)
      : await officesOf(services, account.id, today);
  if (!choice.some((office) => office.officeId === officeId)) return refuse('not-your-office');

  if (signedIn !== undefined) await endSession(services, signedIn.tokenHash);
  return ok(await startSession(services, { accountId: account?.id, officeId, device }));
}
