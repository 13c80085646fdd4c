import { type Calendar, type ComputedTime, instantInLondon, isInTime } from '#platform/kernel';
import type { DecisionFacts } from '../decision/facts.ts';
import { publishedAt } from '../decision/known-by.ts';
import { hearingLimit, hearingOf } from './hearing-limit.ts';
import type { CallInRules } from './rules.ts';
import { memberRefusal, type Signature, type SignatureRefusal } from './signature.ts';

/** A signature and whether it counts. */
export type JudgedSignature = Readonly<{ signature: Signature; refusal: SignatureRefusal | undefined }>;

/** The signatures of a call-in, each judged, and since when there have been enough. */
export type JudgedSignatures = Readonly<{
  signatures: readonly JudgedSignature[];
  /** When the last one needed came; undefined while there are not enough. */
  calledInAt: Date | undefined;
  members: number;
  groups: number;
  needed: Readonly<{ members: number; groups: number }>;
}>;

/**
 * Judges every signature in the order in which they came. One that is late, not eligible, interested or the same member’s
 * again does not count; one withdrawn counts no more, unless the window had closed or the call-in was settled by then:
 * heard, or past its limit where the decision then takes effect.
 */
export function judgeSignatures(
  { published, signatures, hearings }: DecisionFacts,
  rules: CallInRules,
  deadline: ComputedTime,
  calendar: Calendar,
): JudgedSignatures {
  const needed = { members: rules.signatories ?? 1, groups: rules.groups ?? 1 };
  const publication = published === undefined ? undefined : publishedAt(published);
  const refusals = new Map<Signature, SignatureRefusal>();
  let counting: readonly Signature[] = [];
  let calledInAt: Date | undefined;

  const isSettledBy = (moment: Date): boolean => {
    if (calledInAt === undefined) return false;
    const limit = hearingLimit(calledInAt, rules, calendar);
    const heard = hearingOf(calledInAt, hearings, limit);
    if (heard !== undefined && moment > heard.at) return true;
    return limit !== undefined && limit.letsTakeEffect && moment >= limit.passed;
  };
  const refusalOf = (signature: Signature): SignatureRefusal | undefined =>
    timeRefusal(signature, publication, deadline) ??
    (isSettledBy(signature.received) ? 'already-heard' : undefined) ??
    memberRefusal(signature, rules) ??
    (counting.some(({ member }) => member === signature.member) ? 'signed-already' : undefined);

  for (const { at, signature, isWithdrawal } of momentsOf(signatures)) {
    if (isWithdrawal) {
      if (!counting.includes(signature) || at > instantInLondon(deadline) || isSettledBy(at)) continue;
      counting = counting.filter((other) => other !== signature);
      refusals.set(signature, 'withdrawn');
    } else {
      const refusal = refusalOf(signature);
      if (refusal === undefined) counting = [...counting, signature];
      else refusals.set(signature, refusal);
    }
    calledInAt = isEnough(counting, needed) ? (calledInAt ?? at) : undefined;
  }
  return {
    signatures: signatures.map((signature) => ({ signature, refusal: refusals.get(signature) })),
    calledInAt,
    members: counting.length,
    groups: groupsOf(counting).size,
    needed,
  };
}

type Moment = Readonly<{ at: Date; signature: Signature; isWithdrawal: boolean }>;

/** Signatures and withdrawals as they came; at one moment the signatures first. */
function momentsOf(signatures: readonly Signature[]): readonly Moment[] {
  const signed = signatures.map((signature) => ({ at: signature.received, signature, isWithdrawal: false }));
  const withdrawn = signatures.flatMap((signature) =>
    signature.withdrawn === undefined ? [] : [{ at: signature.withdrawn, signature, isWithdrawal: true }],
  );
  return [...signed, ...withdrawn].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function timeRefusal(
  { received }: Signature,
  publication: Date | undefined,
  deadline: ComputedTime,
): SignatureRefusal | undefined {
  if (publication === undefined || received < publication) return 'before-publication';
  return isInTime(deadline, received) ? undefined : 'after-the-deadline';
}

function isEnough(counting: readonly Signature[], needed: JudgedSignatures['needed']): boolean {
  return counting.length >= needed.members && groupsOf(counting).size >= needed.groups;
}

/** A member of no group stands for nobody but that member, and so counts as a group of one. */
const groupsOf = (signatures: readonly Signature[]): ReadonlySet<string> =>
  new Set(signatures.map(({ seat, member }) => seat.group ?? `no group: ${member}`));
