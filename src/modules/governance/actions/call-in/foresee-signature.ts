import { type Actor, londonDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import type { SignatureRefusal } from '../../domain/call-in/signature.ts';
import { type CallInBasis, callInBasis } from '../../queries/call-in/call-in-basis.ts';
import type { KeptSignature } from '../../store/signatures.ts';
import { newSignatures } from './add-signatures.ts';
import { judgeNew } from './judge-new.ts';
import { whoSigns } from './who-signs.ts';

/** A call-in as the member who acts meets it: what stands, the own signature, and why another would not count. */
export type SigningForeseen = Readonly<{
  basis: CallInBasis;
  own: KeptSignature | undefined;
  refusal: SignatureRefusal | 'window-not-known' | undefined;
}>;

/**
 * Says what would become of the member’s signature if it were given now, so that nobody fills in a form in vain. Undefined
 * where there is no such decision.
 */
export async function foreseeSignature(
  { database, clock, head }: Services,
  actor: Actor,
  {
    decisionId,
    grounds,
    isInterested,
  }: Readonly<{ decisionId: string; grounds: string; isInterested: boolean }>,
): Promise<SigningForeseen | undefined> {
  const now = clock.now();
  const basis = await database.as(actor, (sql) => callInBasis(sql, decisionId, now));
  if (basis === undefined) return undefined;
  const signer = await whoSigns({ database, clock, head }, actor, londonDate(now));
  if (signer === undefined) return { basis, own: undefined, refusal: 'not-a-member' };
  const own = basis.signatures.find(
    ({ officeId, withdrawn }) => withdrawn === undefined && signer.offices.includes(officeId),
  );
  const asked = {
    decisionId,
    signers: [{ signer, isInterested }],
    received: now,
    grounds,
    enteredBy: actor.officeTitle,
  };
  const verdict = judgeNew(basis, newSignatures(asked, basis, clock), now);
  if (verdict.ok) return { basis, own, refusal: undefined };
  const refusal = typeof verdict.error === 'string' ? verdict.error : verdict.error.members[0]?.refusal;
  return { basis, own, refusal };
}
