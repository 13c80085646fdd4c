import { type Sql, lockThing } from '#platform/db';
import { type Clock, ok, plural, refuse, type Result } from '#platform/kernel';
import { type Done, type Entry, publicEntry, freshId } from '#platform/record';
import type { JudgedSignatures } from '../../domain/call-in/judge-signatures.ts';
import { decisionPath } from '../../domain/decision/decision.ts';
import { type CallInBasis, callInBasis } from '../../queries/call-in/call-in-basis.ts';
import { insertSignatures, makeSignaturesPublic } from '../../store/signing.ts';
import type { KeptSignature } from '../../store/signatures.ts';
import { judgeNew, type NewRefusal } from './judge-new.ts';
import type { Signer } from './who-signs.ts';

/** Signatures to be added: one that was given here, or those of a form that was received. */
export type NewSignatures = Readonly<{
  decisionId: string;
  signers: readonly Readonly<{ signer: Signer; isInterested: boolean }>[];
  received: Date;
  grounds: string;
  enteredBy: string;
}>;

/** How many have signed since, and whether that is enough. */
export type SignaturesAdded = Readonly<{ members: number; groups: number; isCalledIn: boolean }>;

export type AddSignaturesRefusal = 'no-such-decision' | NewRefusal;

/**
 * Adds signatures to a call-in, all of them or none. Whoever comes second waits for the first and counts as well. With the
 * last one that was needed the call-in is made: its signatures become public, and what is executive stops.
 */
export async function addSignatures(
  sql: Sql,
  clock: Clock,
  asked: NewSignatures,
): Promise<Result<Done<SignaturesAdded>, AddSignaturesRefusal>> {
  await lockThing(sql, `/decisions/${asked.decisionId}`);
  const now = clock.now();
  const basis = await callInBasis(sql, asked.decisionId, now);
  if (basis === undefined) return refuse('no-such-decision');
  const added = newSignatures(asked, basis, clock);
  const verdict = judgeNew(basis, added, now);
  if (!verdict.ok) return verdict;
  const judged = verdict.value;

  const isCalledIn = judged.calledInAt !== undefined;
  await insertSignatures(sql, added);
  if (isCalledIn) await makeSignaturesPublic(sql, idsOf(judged), now);
  return ok({
    value: { members: judged.members, groups: judged.groups, isCalledIn },
    entry: entryOf(basis, added, judged),
  });
}

/** The signatures as they would be kept. A member who signed before, in whatever office, keeps the name used then. */
export function newSignatures(
  { signers, received, grounds, enteredBy, decisionId }: NewSignatures,
  { decision, signatures }: CallInBasis,
  clock: Clock,
): readonly KeptSignature[] {
  const names = new Map(signatures.map(({ officeId, member }) => [officeId, member]));
  return signers.map(({ signer, isInterested }) => {
    const before = signer.offices.map((office) => names.get(office)).find((name) => name !== undefined);
    const member = before ?? signer.member;
    for (const office of signer.offices) names.set(office, member);
    return {
      id: freshId(clock),
      decisionId,
      bodyId: decision.bodyId,
      member,
      officeId: signer.officeId,
      officeTitle: signer.officeTitle,
      received,
      withdrawn: undefined,
      grounds,
      seat: signer.seat,
      isInterested,
      publicAt: undefined,
      enteredBy,
    };
  });
}

/** The signatures that count. What is judged here was kept, or is about to be. */
const idsOf = ({ signatures }: JudgedSignatures): readonly string[] =>
  signatures.flatMap(({ signature, refusal }) =>
    refusal === undefined && 'id' in signature ? [String(signature.id)] : [],
  );

/** A call-in that is made is public; a signature that is not enough yet is its members’ own business. */
function entryOf(
  { decision, standing: before }: CallInBasis,
  added: readonly KeptSignature[],
  { calledInAt, members, needed }: JudgedSignatures,
): Entry {
  const subject = decisionPath(decision);
  const offices = added.map(({ officeId }) => officeId);
  if (calledInAt === undefined)
    return {
      act: 'governance.call-in.signed',
      subject,
      summary: `Call-in signed: ${members} of ${plural(needed.members, 'member')}`,
      facts: { offices },
      visibility: 'private',
    };
  const wasCalledIn = before.callIn?.judged?.calledInAt !== undefined;
  return publicEntry({
    act: wasCalledIn ? 'governance.call-in.joined' : 'governance.decision.called-in',
    subject,
    summary: wasCalledIn
      ? `Call-in signed by ${plural(added.length, 'more member')}: ${decision.title}`
      : `Called in by ${plural(members, 'member')}: ${decision.title}`,
    decision: subject,
    facts: { offices, members, calledInAt: calledInAt.toISOString() },
    about: { bodies: [decision.bodyId], places: decision.places, topics: decision.topics },
  });
}
