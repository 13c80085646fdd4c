import { may } from '#platform/identity';
import { type Actor, londonDate, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Services } from '#platform/module';
import { act, type ActOptions } from '#platform/record';
import { mayReceiveCallIn } from '../../permissions.ts';
import { addSignatures, type AddSignaturesRefusal, type SignaturesAdded } from './add-signatures.ts';
import type { MemberRefused } from './judge-new.ts';
import { bodyOf } from './sign-call-in.ts';
import { whoSigns } from './who-signs.ts';

/** A signed form as it was received: who signed, none of them with an interest, when it came, and on what grounds. */
export type FormReceived = Readonly<{
  decisionId: string;
  officeIds: readonly string[];
  received: Date;
  grounds: string;
}>;

export type ReceiveCallInRefusal = CommonRefusal | AddSignaturesRefusal | 'in-the-future' | 'nobody-signed';

/**
 * Enters a call-in that was received on paper, judged as a signature given here is, by the moment at which it was received.
 * A member who cannot sign is named with the reason, and nothing is entered until the form is without that member.
 */
export async function receiveCallIn(
  services: Services,
  actor: Actor | undefined,
  form: FormReceived,
  options: ActOptions = {},
): Promise<Result<SignaturesAdded, ReceiveCallInRefusal>> {
  const bodyId = bodyOf(form.decisionId);
  const allowed = may(actor, mayReceiveCallIn, bodyId);
  if (!allowed.ok) return allowed;
  if (form.received > services.clock.now()) return refuse('in-the-future');
  if (form.officeIds.length === 0) return refuse('nobody-signed');

  const on = londonDate(form.received);
  const found = await Promise.all(
    form.officeIds.map(async (officeId) => ({
      officeId,
      signer: await whoSigns(services, { bodyId, officeId }, on),
    })),
  );
  const strangers = found.flatMap(({ officeId, signer }): readonly MemberRefused[] =>
    signer === undefined ? [{ officeId, officeTitle: officeId, refusal: 'not-a-member' }] : [],
  );
  if (strangers.length > 0) return refuse({ members: strangers });
  const signers = found.flatMap(({ signer }) =>
    signer === undefined ? [] : [{ signer, isInterested: false }],
  );
  return act(services, allowed.value, options, (sql) =>
    addSignatures(sql, services.clock, {
      decisionId: form.decisionId,
      signers,
      received: form.received,
      grounds: form.grounds,
      enteredBy: allowed.value.officeTitle,
    }),
  );
}
