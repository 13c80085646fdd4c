import {
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
import { explainCommon, isCommon, once, readAnswers, takeStep } from '#platform/web';
import { correctDecision, type CorrectDecisionRefusal } from '../../../actions/correct-decision.ts';
import { type Decision, decisionId, decisionPath } from '../../../domain/decision/decision.ts';
import { mayPublishDecisions } from '../../../permissions.ts';
import { decisionAt } from '../../../queries/standings.ts';
import { correctionForm } from './correct-form.ts';
import { checkCorrectionPage, correctPage } from './correct-page.tsx';

/** Adding a dated correction to a record that is published. */
export function correctionRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/office/:body/decisions/:reference/correct';
  const may = mayPublishDecisions;
  return [
    { method: 'GET', path, may, handle: (visit) => of(services, visit, show) },
    { method: 'POST', path, may, handle: (visit) => of(services, visit, submit) },
  ];
}

type Handle = (services: Services, visit: OfficeVisit, decision: Decision) => Promise<Reply>;

async function of(services: Services, visit: OfficeVisit, handle: Handle): Promise<Reply> {
  const { actor, params } = visit;
  const id = decisionId({ bodyId: actor.bodyId, reference: params['reference'] ?? '' });
  const found = await services.database.as(actor, (sql) => decisionAt(sql, id, services.clock.now()));
  return found === undefined
    ? notFound('Your body has no record of this number.')
    : handle(services, visit, found.decision);
}

const show: Handle = async (_services, { actor }, decision) =>
  page(correctPage({ actor, decision, answers: {}, errors: {} }));

const submit: Handle = (services, visit, decision) => {
  const { actor, today } = visit;
  return takeStep(visit, {
    read: (answers) => readAnswers(correctionForm, answers),
    ask: (answers, errors) => correctPage({ actor, decision, answers, errors }),
    check: (correction, answers) =>
      page(checkCorrectionPage({ actor, decision, correction, answers, today })),
    publish: async (correction) => {
      const asked = { decisionId: decision.id, ...correction };
      const done = await correctDecision(services, actor, actor.bodyId, asked, once(visit));
      return done.ok
        ? ok(redirect(`${decisionPath(decision)}#corrections`, 'The correction is public.'))
        : refuse(explain(done.error));
    },
  });
};

function explain(refusal: CorrectDecisionRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-decision':
      return { form: 'Your body has no record of this number' };
    case 'nothing-said':
      return { says: 'Enter what is to be read differently' };
    case 'no-reason':
      return { reason: 'Enter why it is corrected' };
    default:
      return refusal satisfies never;
  }
}
