import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { formatDate, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { addOffice } from '../../../actions/add-office.ts';
import { endOffice } from '../../../actions/end-office.ts';
import { isStale } from '#platform/module';
import { once, takeStep, versionSeen } from '#platform/web';
import { acceptEndOfOffice, acceptOffice } from '../../../domain/office.ts';
import { mayManageOffices } from '../../../permissions.ts';
import { explainOffice, readOffice } from './add-office-form.ts';
import { addOfficePage, checkOfficePage } from './add-office-pages.tsx';
import { explainOfficeEnd, readOfficeEnd } from './end-office-form.ts';
import { checkOfficeEndPage, endOfficePage } from './end-office-pages.tsx';
import { holdingRoutes } from './holding-routes.ts';
import { managed, noSuchOffice, officeOf } from './managed.ts';
import { officesPath } from './office-words.ts';
import { officesListPage } from './offices-list-page.tsx';

const may = mayManageOffices;

export function officesRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/offices';
  return [
    {
      method: 'GET',
      path: `${path}/manage`,
      may,
      handle: async ({ actor, today }) =>
        page(officesListPage(actor, (await managed(services, actor, today)).lines, today)),
    },
    {
      method: 'GET',
      path: `${path}/add`,
      may,
      handle: async ({ actor }) => page(addOfficePage(actor, {}, {})),
    },
    { method: 'POST', path: `${path}/add`, may, handle: (visit) => submitOffice(services, visit) },
    { method: 'GET', path: `${path}/:office/end`, may, handle: (visit) => showEnd(services, visit) },
    { method: 'POST', path: `${path}/:office/end`, may, handle: (visit) => submitEnd(services, visit) },
    ...holdingRoutes(services),
  ];
}

async function submitOffice(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, today } = visit;
  const { offices, life } = await managed(services, actor, today);
  return takeStep(visit, {
    read: readOffice,
    foresee(read) {
      const accepted = acceptOffice(read, life, offices);
      return accepted.ok ? undefined : explainOffice(accepted.error);
    },
    ask: (answers, errors) => addOfficePage(actor, answers, errors),
    check: (read, answers) => page(checkOfficePage(actor, read, answers)),
    async publish(read) {
      const outcome = await addOffice(services, actor, actor.bodyId, read, once(visit));
      if (!outcome.ok) return refuse(explainOffice(outcome.error));
      return ok(redirect(officesPath(actor), `The office is published: ${read.title}.`));
    },
  });
}

async function showEnd(services: Services, { actor, params, today }: OfficeVisit): Promise<Reply> {
  const line = officeOf(await managed(services, actor, today), actor, params['office']);
  return line === undefined ? notFound(noSuchOffice) : page(endOfficePage(actor, line.office, {}, {}));
}

async function submitEnd(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params, today } = visit;
  const { bodyId } = actor;
  const line = officeOf(await managed(services, actor, today), actor, params['office']);
  if (line === undefined) return notFound(noSuchOffice);
  const { office, heldBy } = line;
  const seen = versionSeen(visit.answers['seen']);
  return takeStep(visit, {
    read: readOfficeEnd,
    foresee(read) {
      if (seen !== office.version) return undefined;
      const accepted = acceptEndOfOffice(office, read.until, read.reason);
      return accepted.ok ? undefined : explainOfficeEnd(accepted.error);
    },
    ask: (answers, errors) => endOfficePage(actor, office, answers, errors),
    check: (read, answers) =>
      seen === office.version
        ? page(checkOfficeEndPage(actor, office, heldBy === undefined ? 0 : 1, read, answers))
        : askAgain(endOfficePage(actor, office, answers, {}, true)),
    async publish(read) {
      const outcome = await endOffice(
        services,
        actor,
        { bodyId, officeId: office.id, seen, ...read },
        once(visit),
      );
      if (outcome.ok) {
        const notice = `The office ends: ${office.title}, gone from ${formatDate(read.until)}.`;
        return ok(redirect(officesPath(actor), notice));
      }
      if (!isStale(outcome.error)) return refuse(explainOfficeEnd(outcome.error));
      const theirs = outcome.error.stale ?? office;
      return ok(askAgain(endOfficePage(actor, theirs, visit.answers, {}, true)));
    },
  });
}
