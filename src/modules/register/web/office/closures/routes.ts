import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { formatDate, isoDate, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { closeDay, reopenDay } from '../../../actions/close-day.ts';
import { mayCloseDays } from '../../../permissions.ts';
import { closuresToManage } from '../../../queries/closures-to-manage.ts';
import { once, takeStep } from '#platform/web';
import { addClosurePage, checkClosurePage, withdrawClosurePage } from './add-closure-page.tsx';
import { explainClosure, explainReopening, foreseeClosure, readClosure } from './closure-form.ts';
import { closuresPage } from './closures-page.tsx';

export function closuresRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/closures';
  const may = mayCloseDays;
  return [
    {
      method: 'GET',
      path,
      may,
      handle: async ({ actor, today }) =>
        page(closuresPage(actor, await closuresToManage(services.database, actor.bodyId), today)),
    },
    {
      method: 'GET',
      path: `${path}/add`,
      may,
      handle: async ({ actor }) => page(addClosurePage(actor, {}, {})),
    },
    { method: 'POST', path: `${path}/add`, may, handle: (visit) => submitClosure(services, visit) },
    { method: 'GET', path: `${path}/:day/withdraw`, may, handle: (visit) => showWithdrawal(services, visit) },
    {
      method: 'POST',
      path: `${path}/:day/withdraw`,
      may,
      handle: (visit) => submitWithdrawal(services, visit),
    },
  ];
}

async function submitClosure(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, today } = visit;
  const { bodyId } = actor;
  const closed = await closuresToManage(services.database, bodyId);
  return takeStep(visit, {
    read: readClosure,
    foresee: (read) => foreseeClosure(read, closed, today),
    ask: (given, errors) => addClosurePage(actor, given, errors),
    check: (read, given) => page(checkClosurePage(actor, read, given)),
    async publish(read) {
      const outcome = await closeDay(services, actor, { bodyId, ...read }, once(visit));
      if (!outcome.ok) return refuse(explainClosure(outcome.error));
      const notice = `${formatDate(read.day)} is published as a day on which your offices are closed.`;
      return ok(redirect(`/bodies/${bodyId}/closures`, notice));
    },
  });
}

async function showWithdrawal(services: Services, { actor, params }: OfficeVisit): Promise<Reply> {
  const closure = await closureOn(services, actor.bodyId, params['day']);
  return closure === undefined ? notFound(noSuchDay) : page(withdrawClosurePage(actor, closure, {}));
}

async function submitWithdrawal(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params } = visit;
  const { bodyId } = actor;
  const day = isoDate(params['day'] ?? '');
  if (!day.ok) return notFound(noSuchDay);
  const outcome = await reopenDay(services, actor, { bodyId, day: day.value }, once(visit));
  if (outcome.ok)
    return redirect(`/bodies/${bodyId}/closures`, `${formatDate(day.value)} counts as a working day again.`);
  const closure = await closureOn(services, bodyId, day.value);
  if (closure === undefined) return notFound(noSuchDay);
  return askAgain(withdrawClosurePage(actor, closure, explainReopening(outcome.error)));
}

async function closureOn({ database }: Services, bodyId: string, day: string | undefined) {
  return (await closuresToManage(database, bodyId)).find((closure) => closure.day === day);
}

const noSuchDay = 'That day is not among the days your offices are closed.';
