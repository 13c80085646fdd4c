import {
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { day, explainCommon, isCommon, once, readAnswers, takeStep } from '#platform/web';
import { z } from 'zod';
import { receiveCallIn } from '../../../actions/call-in/receive-call-in.ts';
import { receiveWithdrawal, withdrawSentences } from '../../../actions/call-in/withdraw-signature.ts';
import { mayReceiveCallIn } from '../../../permissions.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import { membersOn } from '../../../queries/call-in/members-on.ts';
import { callInAsked, managePath, noSuchDecision } from '../parts/decision-asked.ts';
import { clockTime, momentTyped } from '../parts/moment-fields.tsx';
import { managePage } from './manage-page.tsx';
import { explainReceived, readReceived, type ReceivedRead } from './received-form.ts';
import { checkReceivedPage, receivedPage, withdrawalReceivedPage } from './received-pages.tsx';

/** What the officers who receive call-ins see and enter: the whole of one, signed forms, withdrawals. */
export function callInOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/decisions/:body/:reference/call-in/manage';
  const may = mayReceiveCallIn;
  const about =
    (answer: (visit: OfficeVisit, callIn: CallInShown) => Reply | Promise<Reply>) =>
    async (visit: OfficeVisit): Promise<Reply> => {
      const callIn = await callInAsked(services, visit);
      return callIn === undefined ? noSuchDecision(visit) : answer(visit, callIn);
    };
  const members = ({ actor, today }: OfficeVisit) => membersOn(services.database, actor.bodyId, today);

  return [
    { method: 'GET', path, may, handle: about(({ actor }, callIn) => page(managePage(actor, callIn))) },
    {
      method: 'GET',
      path: `${path}/received`,
      may,
      handle: about(async (visit, callIn) =>
        page(receivedPage(visit.actor, callIn, await members(visit), {}, {})),
      ),
    },
    {
      method: 'POST',
      path: `${path}/received`,
      may,
      handle: about(async (visit, callIn) => submitReceived(services, visit, callIn, await members(visit))),
    },
    {
      method: 'GET',
      path: `${path}/signatures/:signature/withdraw`,
      may,
      handle: about((visit, callIn) => {
        const signature = signatureAsked(visit, callIn);
        return signature === undefined
          ? notFound(noSuchSignature)
          : page(withdrawalReceivedPage(visit.actor, callIn, signature, {}, {}));
      }),
    },
    {
      method: 'POST',
      path: `${path}/signatures/:signature/withdraw`,
      may,
      handle: about((visit, callIn) => submitWithdrawal(services, visit, callIn)),
    },
  ];
}

async function submitReceived(
  services: Services,
  visit: OfficeVisit,
  callIn: CallInShown,
  members: Awaited<ReturnType<typeof membersOn>>,
): Promise<Reply> {
  const { actor } = visit;
  const { decision, grounds } = callIn;
  return takeStep<ReceivedRead>(visit, {
    read: readReceived(members, grounds),
    ask: (answers, errors) => receivedPage(actor, callIn, members, answers, errors),
    check: (read, answers) => page(checkReceivedPage(actor, callIn, members, read, answers)),
    async publish(read) {
      const outcome = await receiveCallIn(services, actor, { decisionId: decision.id, ...read }, once(visit));
      if (!outcome.ok) return refuse(explainReceived(outcome.error));
      const notice = outcome.value.isCalledIn
        ? 'The form is entered, and the decision is called in.'
        : 'The form is entered. There are not enough signatures yet.';
      return ok(redirect(managePath(decision), notice));
    },
  });
}

const withdrawal = z.object({
  on: day('the day on which the withdrawal was received'),
  time: clockTime('the time at which the withdrawal was received'),
});

async function submitWithdrawal(services: Services, visit: OfficeVisit, callIn: CallInShown): Promise<Reply> {
  const { actor, answers } = visit;
  const signature = signatureAsked(visit, callIn);
  if (signature === undefined) return notFound(noSuchSignature);
  const again = (errors: FieldErrors) =>
    askAgain(withdrawalReceivedPage(actor, callIn, signature, answers, errors));
  const read = readAnswers(withdrawal, answers, ['on']);
  if (!read.ok) return again(read.error);
  const asked = {
    decisionId: callIn.decision.id,
    signatureId: signature.id,
    received: momentTyped(read.value),
  };
  const outcome = await receiveWithdrawal(services, actor, asked, once(visit));
  if (outcome.ok) return redirect(managePath(callIn.decision), 'The withdrawal is entered.');
  const { error } = outcome;
  return again(isCommon(error) ? explainCommon(error) : { on: withdrawSentences[error] });
}

const signatureAsked = ({ params }: OfficeVisit, { signatures }: CallInShown) =>
  signatures.find(({ id }) => id === params['signature']);

const noSuchSignature = 'There is no such signature under a call-in of this decision.';
