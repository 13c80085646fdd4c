import { ok, refuse, type Result } from '#platform/kernel';
import type { JudgedSignatures } from '../../domain/call-in/judge-signatures.ts';
import type { SignatureRefusal } from '../../domain/call-in/signature.ts';
import { standing } from '../../domain/decision/standing.ts';
import type { CallInBasis } from '../../queries/call-in/call-in-basis.ts';
import type { KeptSignature } from '../../store/signatures.ts';

/** Why a member’s signature does not count; `signedAt` where the same member signed then. */
export type MemberRefused = Readonly<{
  officeId: string;
  officeTitle: string;
  refusal: SignatureRefusal;
  signedAt?: Date;
}>;

export type NewRefusal = 'window-not-known' | Readonly<{ members: readonly MemberRefused[] }>;

/** Judges signatures that would be added to a call-in: all of it as it would then be, or every one that cannot count. */
export function judgeNew(
  basis: CallInBasis,
  added: readonly KeptSignature[],
  now: Date,
): Result<JudgedSignatures, NewRefusal> {
  if (basis.doesNotApply !== undefined)
    return refuse({ members: added.map((signature) => refused(signature, 'not-open-to-call-in')) });
  // However early it says that it came: one more signature must not move the limit by which a hearing was held.
  if (basis.facts.hearings.length > 0)
    return refuse({ members: added.map((signature) => refused(signature, 'already-heard')) });
  const facts = { ...basis.facts, signatures: [...basis.signatures, ...added] };
  const after = standing(facts, basis.rules, basis.calendar, now).callIn;
  const judged = after?.judged;
  if (judged === undefined && after?.window !== undefined) return refuse('window-not-known');
  const verdicts = [...(judged?.signatures ?? []), ...(after?.refused ?? [])];
  const members = added.flatMap((signature): readonly MemberRefused[] => {
    const earlier = countingOf(basis, signature.member);
    if (earlier !== undefined)
      return [{ ...refused(signature, 'signed-already'), signedAt: earlier.received }];
    const refusal = verdicts.find((verdict) => verdict.signature === signature)?.refusal;
    return refusal === undefined ? [] : [refused(signature, refusal)];
  });
  if (members.length > 0 || judged === undefined) return refuse({ members });
  // The hearing is counted from when the call-in was made: a form entered since then does not say when that was.
  const made = basis.standing.callIn?.judged?.calledInAt;
  return made !== undefined && judged.calledInAt !== undefined && judged.calledInAt < made
    ? refuse({ members: added.map((signature) => refused(signature, 'made-already')) })
    : ok(judged);
}

const refused = ({ officeId, officeTitle }: KeptSignature, refusal: SignatureRefusal): MemberRefused => ({
  officeId,
  officeTitle,
  refusal,
});

/** The member’s signature that counts already; undefined where there is none. */
const countingOf = ({ standing: { callIn } }: CallInBasis, member: string) =>
  callIn?.judged?.signatures.find(
    ({ signature, refusal }) => refusal === undefined && signature.member === member,
  )?.signature;
