import { askAgain, type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { ok, plural, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { explainCommon, isCommon, once, takeStep } from '#platform/web';
import { foreseeSignature } from '../../../actions/call-in/foresee-signature.ts';
import { signCallIn } from '../../../actions/call-in/sign-call-in.ts';
import { withdrawSentences, withdrawSignature } from '../../../actions/call-in/withdraw-signature.ts';
import { maySignCallIn } from '../../../permissions.ts';
import { shown } from '../../../queries/call-in/call-in-shown.ts';
import { idAsked, noSuchDecision } from '../parts/decision-asked.ts';
import { explainSignature, readSignature, type SignatureRead } from './sign-form.ts';
import { checkSignaturePage, signPage, withdrawPage } from './sign-page.tsx';

/** Where a member signs a call-in, and withdraws the signature again. */
export function signRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/decisions/:body/:reference/call-in';
  const may = maySignCallIn;
  return [
    {
      method: 'GET',
      path,
      may,
      handle: async (visit) => {
        const foreseen = await foresee(services, visit);
        return foreseen === undefined ? noSuchDecision(visit) : page(signPage(visit.actor, foreseen, {}, {}));
      },
    },
    { method: 'POST', path, may, handle: (visit) => submitSignature(services, visit) },
    {
      method: 'GET',
      path: `${path}/withdraw`,
      may,
      handle: async (visit) => {
        const foreseen = await foresee(services, visit);
        return foreseen === undefined ? noSuchDecision(visit) : page(withdrawPage(visit.actor, foreseen));
      },
    },
    { method: 'POST', path: `${path}/withdraw`, may, handle: (visit) => submitWithdrawal(services, visit) },
  ];
}

/** As things stand; whether grounds are missing is not asked before there is a form. */
const foresee = (services: Services, visit: OfficeVisit, read?: SignatureRead) =>
  foreseeSignature(services, visit.actor, {
    decisionId: idAsked(visit),
    grounds: read?.grounds ?? 'not asked yet',
    isInterested: read?.isInterested ?? false,
  });

async function submitSignature(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor } = visit;
  const foreseen = await foresee(services, visit);
  if (foreseen === undefined) return noSuchDecision(visit);
  const read = readSignature(shown(foreseen.basis).grounds);
  const given = read(visit.answers);
  const withAnswers = given.ok ? await foresee(services, visit, given.value) : undefined;
  return takeStep<SignatureRead>(visit, {
    read,
    foresee: () => {
      if (foreseen.own !== undefined) return explainSignature({ signedAt: foreseen.own.received });
      const refusal = withAnswers?.refusal;
      return refusal === undefined ? undefined : explainSignature(refusal);
    },
    ask: (answers, errors) => signPage(actor, foreseen, answers, errors),
    check: (signature, answers) => page(checkSignaturePage(actor, foreseen, signature, answers)),
    async publish(signature) {
      const decisionId = idAsked(visit);
      const signed = await signCallIn(services, actor, { decisionId, ...signature }, once(visit));
      if (!signed.ok) return refuse(explainSignature(signed.error));
      const { isCalledIn, members } = signed.value;
      const notice = isCalledIn
        ? 'You signed, and the decision is called in: its executive clauses are stopped.'
        : `You signed. ${plural(members, 'member')} signed so far.`;
      return ok(redirect(`/decisions/${decisionId}/call-in`, notice));
    },
  });
}

async function submitWithdrawal(services: Services, visit: OfficeVisit): Promise<Reply> {
  const decisionId = idAsked(visit);
  const outcome = await withdrawSignature(services, visit.actor, decisionId, once(visit));
  if (outcome.ok) return redirect(`/decisions/${decisionId}/call-in`, 'Your signature is withdrawn.');
  const foreseen = await foresee(services, visit);
  if (foreseen === undefined) return noSuchDecision(visit);
  const { error } = outcome;
  const errors = isCommon(error) ? explainCommon(error) : { form: withdrawSentences[error] };
  return askAgain(withdrawPage(visit.actor, foreseen, errors));
}
