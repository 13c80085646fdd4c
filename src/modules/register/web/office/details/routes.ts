import { askAgain, type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { formatDate, ok, refuse, type Result } from '#platform/kernel';
import type { Services } from '#platform/module';
import { editDetails } from '../../../actions/edit-details.ts';
import { isStale } from '#platform/module';
import { dateAnswers, once, takeStep } from '#platform/web';
import { mayEditDetails } from '../../../permissions.ts';
import { detailsToEdit } from '../../../queries/details-to-edit.ts';
import { conflictPage } from './conflict-page.tsx';
import { type DetailsRead, explainDetails, readDetails, unchosen } from './details-form.ts';
import { checkDetailsPage, detailsPage } from './details-page.tsx';

export function detailsRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/details';
  return [
    { method: 'GET', path, may: mayEditDetails, handle: (visit) => showDetails(services, visit) },
    { method: 'POST', path, may: mayEditDetails, handle: (visit) => submitDetails(services, visit) },
  ];
}

async function showDetails({ database }: Services, { actor, today }: OfficeVisit): Promise<Reply> {
  const { current, seen } = await detailsToEdit(database, actor.bodyId, today);
  const { homepage = '', address = '', email = '', phone = '', description = '' } = current ?? {};
  const present = { homepage, address, email, phone, description, seen: String(seen) };
  return page(detailsPage(actor, { ...present, ...dateAnswers('from', today) }, {}));
}

async function submitDetails(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, today } = visit;
  const { latest, seen } = await detailsToEdit(services.database, actor.bodyId, today);
  return takeStep(visit, {
    read: readDetails,
    ask: (answers, errors) =>
      unchosen(answers).length > 0
        ? conflictPage(actor, latest, seen, answers, errors)
        : detailsPage(actor, answers, errors),
    check: (read, answers) =>
      read.seen === seen
        ? page(checkDetailsPage(actor, read, answers))
        : askAgain(conflictPage(actor, latest, seen, answers, {})),
    publish: (read) => publish(services, visit, read),
  });
}

async function publish(
  services: Services,
  visit: OfficeVisit,
  read: DetailsRead,
): Promise<Result<Reply, ReturnType<typeof explainDetails>>> {
  const { actor, answers } = visit;
  const { bodyId } = actor;
  const outcome = await editDetails(services, actor, { bodyId, ...read }, once(visit));
  if (outcome.ok) {
    const notice = `Details published. They are true from ${formatDate(read.from)}.`;
    return ok(redirect(`/bodies/${bodyId}`, notice));
  }
  if (!isStale(outcome.error)) return refuse(explainDetails(outcome.error));
  const { latest, seen } = await detailsToEdit(services.database, bodyId, visit.today);
  return ok(askAgain(conflictPage(actor, latest, seen, answers, {})));
}
