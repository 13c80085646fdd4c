import { type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { formatDate, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { renameBody } from '../../../actions/rename-body.ts';
import { mayRenameBody } from '../../../permissions.ts';
import { nameToChange, type NameToChange } from '../../../queries/name-to-change.ts';
import { once, takeStep } from '#platform/web';
import { explainName, foreseeName, readName } from './name-form.ts';
import { checkNamePage, namePage } from './name-pages.tsx';

export function nameRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/name';
  const may = mayRenameBody;
  return [
    { method: 'GET', path, may, handle: (visit) => showName(services, visit) },
    { method: 'POST', path, may, handle: (visit) => submitName(services, visit) },
  ];
}

async function find({ database }: Services, { actor }: OfficeVisit): Promise<NameToChange> {
  const found = await nameToChange(database, actor.bodyId);
  if (found === undefined) throw new Error(`${actor.officeId} acts for a body that is not in the register`);
  return found;
}

async function showName(services: Services, visit: OfficeVisit): Promise<Reply> {
  return page(namePage(visit.actor, await find(services, visit), visit.today, {}, {}));
}

async function submitName(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, today } = visit;
  const { bodyId } = actor;
  const found = await find(services, visit);
  return takeStep(visit, {
    read: readName,
    foresee: (read) => foreseeName(read, found),
    ask: (given, errors) => namePage(actor, found, today, given, errors),
    check: (read, given) => page(checkNamePage(actor, found, today, read, given)),
    async publish(read) {
      const outcome = await renameBody(services, actor, { bodyId, ...read }, once(visit));
      if (!outcome.ok) return refuse(explainName(outcome.error));
      const notice = `The new name is recorded: ${read.name}, from ${formatDate(read.from)}.`;
      return ok(redirect(`/bodies/${bodyId}`, notice));
    },
  });
}
