import { type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { formatDate, ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { recordSuccession } from '../../../actions/record-succession.ts';
import { mayRecordSuccession } from '../../../permissions.ts';
import { endingToRecord, type EndingToRecord } from '../../../queries/ending-to-record.ts';
import { once, takeStep } from '#platform/web';
import { checkSuccessionPage, recordedSuccessionPage } from './check-succession-page.tsx';
import { explainSuccession } from './explain-succession.ts';
import { foreseeEnding, readEnding } from './succession-form.ts';
import { successionPage } from './succession-page.tsx';

export function successionRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/succession';
  const may = mayRecordSuccession;
  return [
    { method: 'GET', path, may, handle: (visit) => showSuccession(services, visit) },
    { method: 'POST', path, may, handle: (visit) => submitSuccession(services, visit) },
  ];
}

async function find({ database }: Services, { actor, today }: OfficeVisit): Promise<EndingToRecord> {
  const found = await endingToRecord(database, actor.bodyId, today);
  if (found === undefined) throw new Error(`${actor.officeId} acts for a body that is not in the register`);
  return found;
}

async function showSuccession(services: Services, visit: OfficeVisit): Promise<Reply> {
  const found = await find(services, visit);
  return page(
    found.recorded.length > 0
      ? recordedSuccessionPage(visit.actor, found)
      : successionPage(visit.actor, found, {}, {}),
  );
}

async function submitSuccession(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor } = visit;
  const { bodyId } = actor;
  const found = await find(services, visit);
  return takeStep(visit, {
    read: (given) => readEnding(given, found),
    foresee: (read) => foreseeEnding(read, found),
    ask: (given, errors) => successionPage(actor, found, given, errors),
    check: (read, given) => page(checkSuccessionPage(actor, found, read, given)),
    async publish({ named, ...ending }) {
      const record = { bodyId, ...ending, successors: named.map(({ successor }) => successor) };
      const outcome = await recordSuccession(services, actor, record, once(visit));
      if (!outcome.ok) return refuse(explainSuccession(outcome.error, ending.kind));
      const notice = `The end of ${actor.bodyName} on ${formatDate(ending.on)} is recorded.`;
      return ok(redirect(`/bodies/${bodyId}/succession`, notice));
    },
  });
}
