import { type Sql, lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, instantInLondon, londonDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Services } from '#platform/module';
import { act, type ActOptions, type Done, type Entry, publicEntry } from '#platform/record';
import { decisionPath } from '../../domain/decision/decision.ts';
import { standing } from '../../domain/decision/standing.ts';
import { mayReceiveCallIn, maySignCallIn } from '../../permissions.ts';
import { type CallInBasis, callInBasis } from '../../queries/call-in/call-in-basis.ts';
import { markWithdrawn } from '../../store/signing.ts';
import type { KeptSignature } from '../../store/signatures.ts';
import { bodyOf } from './sign-call-in.ts';
import { whoSigns } from './who-signs.ts';

/** Why a signature cannot be withdrawn: it then counts for good, so that a call-in once made cannot be undone in secret. */
export type WithdrawRefusal =
  | CommonRefusal
  | 'no-such-decision'
  | 'not-signed'
  | 'withdrawn-already'
  | 'window-closed'
  | 'heard-already'
  | 'in-the-future';

export type SignatureWithdrawn = Readonly<{ isCalledIn: boolean }>;

/** Withdraws the acting member’s own signature, while the window is open and the call-in has not been heard. */
export async function withdrawSignature(
  services: Services,
  actor: Actor | undefined,
  decisionId: string,
  options: ActOptions = {},
): Promise<Result<SignatureWithdrawn, WithdrawRefusal>> {
  const allowed = may(actor, maySignCallIn, bodyOf(decisionId));
  if (!allowed.ok) return allowed;
  const received = services.clock.now();
  const signer = await whoSigns(services, allowed.value, londonDate(received));
  return act(services, allowed.value, options, (sql) =>
    withdraw(sql, services, { decisionId, received }, (signature) =>
      (signer?.offices ?? []).includes(signature.officeId),
    ),
  );
}

/** Enters a withdrawal that a member sent to the council, as of the moment at which it was received. */
export async function receiveWithdrawal(
  services: Services,
  actor: Actor | undefined,
  asked: Readonly<{ decisionId: string; signatureId: string; received: Date }>,
  options: ActOptions = {},
): Promise<Result<SignatureWithdrawn, WithdrawRefusal>> {
  const allowed = may(actor, mayReceiveCallIn, bodyOf(asked.decisionId));
  if (!allowed.ok) return allowed;
  return act(services, allowed.value, options, (sql) =>
    withdraw(sql, services, asked, ({ id }) => id === asked.signatureId),
  );
}

async function withdraw(
  sql: Sql,
  { clock }: Services,
  { decisionId, received }: Readonly<{ decisionId: string; received: Date }>,
  isTheirs: (signature: KeptSignature) => boolean,
): Promise<Result<Done<SignatureWithdrawn>, WithdrawRefusal>> {
  await lockThing(sql, `/decisions/${decisionId}`);
  const now = clock.now();
  if (received > now) return refuse('in-the-future');
  const basis = await callInBasis(sql, decisionId, now);
  if (basis === undefined) return refuse('no-such-decision');
  const theirs = basis.signatures.filter(isTheirs);
  const signature = theirs.find(({ withdrawn }) => withdrawn === undefined);
  if (signature === undefined) return refuse(theirs.length === 0 ? 'not-signed' : 'withdrawn-already');
  if (received < signature.received) return refuse('not-signed');
  // Whenever it was sent, what scrutiny has heard is not undone by a letter that is entered afterwards.
  if (basis.facts.hearings.length > 0) return refuse('heard-already');

  const withdrawn = { ...signature, withdrawn: received };
  const after = standing(
    {
      ...basis.facts,
      signatures: basis.signatures.map((each) => (each === signature ? withdrawn : each)),
    },
    basis.rules,
    basis.calendar,
    now,
  ).callIn?.judged;
  const counted = after?.signatures.find((each) => each.signature === withdrawn)?.refusal === 'withdrawn';
  if (!counted) return refuse(isOver(basis, received) ? 'window-closed' : 'heard-already');

  await markWithdrawn(sql, signature.id, received);
  const isCalledIn = after?.calledInAt !== undefined;
  return ok({ value: { isCalledIn }, entry: entryOf(basis, signature, isCalledIn) });
}

function isOver({ standing: { callIn } }: CallInBasis, at: Date): boolean {
  const window = callIn?.window;
  return window?.standing === 'known' && at > instantInLondon(window.deadline);
}

function entryOf({ decision }: CallInBasis, signature: KeptSignature, isCalledIn: boolean): Entry {
  const subject = decisionPath(decision);
  const facts = { office: signature.officeId, isCalledIn };
  if (signature.publicAt === undefined)
    return {
      act: 'governance.call-in.withdrawn',
      subject,
      summary: 'A signature under a call-in withdrawn',
      facts,
      visibility: 'private',
    };
  return publicEntry({
    act: 'governance.call-in.withdrawn',
    subject,
    summary: isCalledIn
      ? `A signature withdrawn; the decision stays called in: ${decision.title}`
      : `A signature withdrawn; the decision is no longer called in: ${decision.title}`,
    decision: subject,
    facts,
    about: { bodies: [decision.bodyId], places: decision.places, topics: decision.topics },
  });
}

/** The sentence for each refusal of a withdrawal alone. */
export const withdrawSentences: Readonly<Record<Exclude<WithdrawRefusal, CommonRefusal>, string>> = {
  'no-such-decision': 'There is no such decision',
  'not-signed': 'There was no signature to withdraw at that moment',
  'withdrawn-already': 'This signature was withdrawn already',
  'window-closed':
    'The call-in window has closed, and a signature counts for good from then on. Say so at the hearing instead',
  'heard-already':
    'This signature no longer matters: it did not count, or the call-in was heard or had lapsed. Nothing is to be withdrawn',
  'in-the-future': 'The withdrawal cannot have been received yet: check the date and time',
};
