import { may } from '#platform/identity';
import { type Actor, londonDate, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Services } from '#platform/module';
import { act, type ActOptions } from '#platform/record';
import type { SignatureRefusal } from '../../domain/call-in/signature.ts';
import { maySignCallIn } from '../../permissions.ts';
import { addSignatures, type SignaturesAdded } from './add-signatures.ts';
import { whoSigns } from './who-signs.ts';

/** A member’s call-in of a decision of the member’s own council. */
export type CallInAsked = Readonly<{
  decisionId: string;
  /** The grounds, a line each, and the reasons. */
  grounds: string;
  isInterested: boolean;
}>;

export type SignCallInRefusal =
  | CommonRefusal
  | SignatureRefusal
  | 'no-such-decision'
  | 'window-not-known'
  /** The member signed before, then. */
  | Readonly<{ signedAt: Date }>;

/**
 * Signs a call-in as the member who acts. The signature is judged by the rules of the day on which the decision was taken, as
 * of the moment at which it arrives: a second late is late, however long it then waits for another’s to be written down.
 */
export async function signCallIn(
  services: Services,
  actor: Actor | undefined,
  asked: CallInAsked,
  options: ActOptions = {},
): Promise<Result<SignaturesAdded, SignCallInRefusal>> {
  const allowed = may(actor, maySignCallIn, bodyOf(asked.decisionId));
  if (!allowed.ok) return allowed;
  const member = allowed.value;
  const received = services.clock.now();
  const signer = await whoSigns(services, member, londonDate(received));
  if (signer === undefined) return refuse('not-a-member');

  const signed = await act(services, member, options, (sql) =>
    addSignatures(sql, services.clock, {
      decisionId: asked.decisionId,
      signers: [{ signer, isInterested: asked.isInterested }],
      received,
      grounds: asked.grounds,
      enteredBy: member.officeTitle,
    }),
  );
  if (signed.ok) return signed;
  if (typeof signed.error === 'string') return refuse(signed.error);
  const [own] = signed.error.members;
  if (own === undefined) throw new Error('A signature was refused without a reason');
  return refuse(own.signedAt === undefined ? own.refusal : { signedAt: own.signedAt });
}

/** A decision’s id begins with its body: `maidstone/2008-001`. */
export const bodyOf = (decisionId: string): string => decisionId.split('/')[0] ?? '';
