import { askAgain, type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { once, takeStep } from '#platform/web';
import { recordSteps } from '../../../actions/call-in/record-step.ts';
import { reportWaiver } from '../../../actions/call-in/report-waiver.ts';
import { stepRefusal } from '../../../domain/call-in/step-order.ts';
import type { Step } from '../../../domain/decision/step.ts';
import { mayReceiveCallIn } from '../../../permissions.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import { callInAsked, managePath, noSuchDecision } from '../parts/decision-asked.ts';
import { readResolutions, type Resolution } from './resolution-form.ts';
import { checkResolutionPage, resolutionPage } from './resolution-pages.tsx';
import { explainStep, readStep } from './step-form.ts';
import { type FormKind, formKinds } from './step-forms.ts';
import { checkStepPage, stepPage } from './step-pages.tsx';
import { explainReport, readReport, waiverPage } from './waiver-page.tsx';

/** What follows a call-in: its hearing, the Council’s answer, the reconsideration, resolutions, the report of a waiver. */
export function stepRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/decisions/:body/:reference/call-in/manage';
  const may = mayReceiveCallIn;
  const about =
    (answer: (visit: OfficeVisit, callIn: CallInShown) => Reply | Promise<Reply>) =>
    async (visit: OfficeVisit): Promise<Reply> => {
      const callIn = await callInAsked(services, visit);
      return callIn === undefined ? noSuchDecision(visit) : answer(visit, callIn);
    };
  return [
    ...formKinds.flatMap((kind): readonly OfficeRoute[] => [
      {
        method: 'GET',
        path: `${path}/${kind}`,
        may,
        handle: about(({ actor }, callIn) => page(stepPage(actor, kind, callIn, {}, {}))),
      },
      {
        method: 'POST',
        path: `${path}/${kind}`,
        may,
        handle: about((visit, callIn) => submitStep(services, visit, kind, callIn)),
      },
    ]),
    {
      method: 'GET',
      path: `${path}/resolution`,
      may,
      handle: about(({ actor }, callIn) => page(resolutionPage(actor, callIn, {}, {}))),
    },
    {
      method: 'POST',
      path: `${path}/resolution`,
      may,
      handle: about((visit, callIn) => submitResolutions(services, visit, callIn)),
    },
    {
      method: 'GET',
      path: `${path}/waiver`,
      may,
      handle: about(({ actor }, callIn) => page(waiverPage(actor, callIn, {}, {}))),
    },
    {
      method: 'POST',
      path: `${path}/waiver`,
      may,
      handle: about((visit, callIn) => submitReport(services, visit, callIn)),
    },
  ];
}

async function submitStep(
  services: Services,
  visit: OfficeVisit,
  kind: FormKind,
  callIn: CallInShown,
): Promise<Reply> {
  const { actor } = visit;
  const { decision, facts, rules, calendar } = callIn;
  return takeStep<Step>(visit, {
    read: readStep(kind, decision, actor.officeTitle),
    foresee: (step) => {
      const refusal = stepRefusal(step, facts, rules, calendar, services.clock.now());
      return refusal === undefined ? undefined : explainStep(refusal);
    },
    ask: (answers, errors) => stepPage(actor, kind, callIn, answers, errors),
    check: (step, answers) => page(checkStepPage(actor, callIn, step, answers)),
    async publish(step) {
      const outcome = await recordSteps(services, actor, decision.id, [step], once(visit));
      return outcome.ok
        ? ok(redirect(managePath(decision), 'It is published with the decision.'))
        : refuse(explainStep(outcome.error));
    },
  });
}

async function submitResolutions(
  services: Services,
  visit: OfficeVisit,
  callIn: CallInShown,
): Promise<Reply> {
  const { actor } = visit;
  const { decision } = callIn;
  return takeStep<readonly Resolution[]>(visit, {
    read: readResolutions(decision.clauses, actor.officeTitle),
    ask: (answers, errors) => resolutionPage(actor, callIn, answers, errors),
    check: (resolutions, answers) => page(checkResolutionPage(actor, callIn, resolutions, answers)),
    async publish(resolutions) {
      const outcome = await recordSteps(services, actor, decision.id, resolutions, once(visit));
      return outcome.ok
        ? ok(redirect(managePath(decision), 'The Council’s resolution is published with the decision.'))
        : refuse(explainStep(outcome.error));
    },
  });
}

async function submitReport(services: Services, visit: OfficeVisit, callIn: CallInShown): Promise<Reply> {
  const { actor, answers } = visit;
  const read = readReport(answers);
  if (!read.ok) return askAgain(waiverPage(actor, callIn, answers, read.error));
  const asked = { decisionId: callIn.decision.id, on: read.value.on };
  const outcome = await reportWaiver(services, actor, asked, once(visit));
  return outcome.ok
    ? redirect(managePath(callIn.decision), 'It is published that the waiver was reported.')
    : askAgain(waiverPage(actor, callIn, answers, explainReport(outcome.error)));
}
