import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { correctHolding } from '../../../actions/correct-holding.ts';
import { isStale } from '#platform/module';
import { once, takeStep } from '#platform/web';
import { recordHolding } from '../../../actions/record-holding.ts';
import { mayManageOffices } from '../../../permissions.ts';
import {
  explainHolding,
  foreseeHolding,
  holdingAnswers,
  readCorrection,
  readHolding,
} from './holding-form.ts';
import {
  type About,
  checkCorrectionPage,
  checkHoldingPage,
  correctHoldingPage,
  recordHoldingPage,
} from './holding-pages.tsx';
import { managed, noSuchOffice, officeOf } from './managed.ts';
import { officesPath } from './office-words.ts';

const may = mayManageOffices;
const noSuchHolding = 'This office has no such entry of who holds it.';

/** Recording, ending and correcting who holds an office. */
export function holdingRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/bodies/:body/offices/:office/holdings';
  return [
    { method: 'GET', path: `${path}/add`, may, handle: (visit) => showRecording(services, visit) },
    { method: 'POST', path: `${path}/add`, may, handle: (visit) => submitHolding(services, visit) },
    { method: 'GET', path: `${path}/:holding`, may, handle: (visit) => showCorrection(services, visit) },
    { method: 'POST', path: `${path}/:holding`, may, handle: (visit) => submitCorrection(services, visit) },
  ];
}

async function find(services: Services, { actor, params, today }: OfficeVisit) {
  const choices = await managed(services, actor, today);
  const line = officeOf(choices, actor, params['office']);
  if (line === undefined) return undefined;
  const about: About = { actor, office: line.office, choices };
  const held = line.holdings.map(({ holding }) => holding);
  return { about, held, holding: held.find(({ id }) => id === params['holding']) };
}

async function showRecording(services: Services, visit: OfficeVisit): Promise<Reply> {
  const found = await find(services, visit);
  return found === undefined ? notFound(noSuchOffice) : page(recordHoldingPage(found.about, {}, {}));
}

async function submitHolding(services: Services, visit: OfficeVisit): Promise<Reply> {
  const found = await find(services, visit);
  if (found === undefined) return notFound(noSuchOffice);
  const { about, held } = found;
  const { actor } = visit;
  return takeStep(visit, {
    read: readHolding,
    foresee: (read) => foreseeHolding(read, about.office, held),
    ask: (answers, errors) => recordHoldingPage(about, answers, errors),
    check: (read, answers) => page(checkHoldingPage(about, read, answers)),
    async publish(read) {
      const asked = { ...read, officeId: about.office.id };
      const outcome = await recordHolding(services, actor, actor.bodyId, asked, once(visit));
      if (!outcome.ok) return refuse(explainHolding(outcome.error));
      return ok(backToList(visit, `Published: who holds the office of ${about.office.title}.`));
    },
  });
}

async function showCorrection(services: Services, visit: OfficeVisit): Promise<Reply> {
  const found = await find(services, visit);
  if (found?.holding === undefined) return notFound(found === undefined ? noSuchOffice : noSuchHolding);
  return page(correctHoldingPage(found.about, found.holding, holdingAnswers(found.holding), {}));
}

async function submitCorrection(services: Services, visit: OfficeVisit): Promise<Reply> {
  const found = await find(services, visit);
  if (found?.holding === undefined) return notFound(found === undefined ? noSuchOffice : noSuchHolding);
  const { about, held, holding } = found;
  const { actor } = visit;
  const others = held.filter(({ id }) => id !== holding.id);
  return takeStep(visit, {
    read: readCorrection,
    foresee: (read) =>
      read.seen === holding.version ? foreseeHolding(read.holding, about.office, others) : undefined,
    ask: (answers, errors) => correctHoldingPage(about, holding, answers, errors),
    check: (read, answers) =>
      read.seen === holding.version
        ? page(checkCorrectionPage(about, read, answers))
        : askAgain(correctHoldingPage(about, holding, answers, {}, read)),
    async publish(read) {
      const correction = { bodyId: actor.bodyId, holdingId: holding.id, ...read };
      const outcome = await correctHolding(services, actor, correction, once(visit));
      if (outcome.ok)
        return ok(backToList(visit, `Published: who holds the office of ${about.office.title}.`));
      if (!isStale(outcome.error)) return refuse(explainHolding(outcome.error));
      const theirs = outcome.error.stale ?? holding;
      return ok(askAgain(correctHoldingPage(about, theirs, visit.answers, {}, read)));
    },
  });
}

const backToList = ({ actor }: OfficeVisit, notice: string): Reply => redirect(officesPath(actor), notice);
