import {
  askAgain,
  type Dataset,
  type FieldErrors,
  notFound,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import type { Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { once } from '#platform/web';
import { dropImport, returnImport } from '../../../actions/publishing/end-import.ts';
import { beginPublication } from '../../../actions/publishing/run-publication.ts';
import { readAgain } from '../../../actions/publishing/run-reading.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { importShown } from '../../../queries/publishing/imports.ts';
import { judgeMonths } from '../../../queries/publishing/months-asked.ts';
import { paymentsByMonth } from '../../../queries/publishing/payments-by-month.ts';
import { rowsSetAside } from '../../../queries/publishing/set-aside.ts';
import { aMomentOf } from './bring.ts';
import { importPage } from './import-page.tsx';
import type { ImportPageShown } from './import-shown.ts';
import { explainImport, type ImportRefusal, noSuchImport } from './import-words.ts';
import { importPath } from './paths.ts';
import { setAsideDataset, setAsideShown } from './set-aside-part.tsx';

const named = ({ actor, params }: OfficeVisit) => ({
  bodyId: actor.bodyId,
  importId: params['import'] ?? '',
});
const saysOf = ({ answers }: OfficeVisit) => (answers['says'] ?? '').trim().slice(0, mostCharacters);
const mostCharacters = 2000;
/** A file of more rows than this is no list to mend by hand. */
const mostSetAside = 200_000;

async function shownTo(
  services: ServicesWithFiles,
  visit: OfficeVisit,
): Promise<ImportPageShown | undefined> {
  const { actor, query } = visit;
  const { bodyId, importId: id } = named(visit);
  const now = services.clock.now();
  const found = await services.database.as(actor, (sql) => importShown(sql, { bodyId, id }, now));
  if (found === undefined) return undefined;
  const hasAside = (found.brought.reading.report?.rowsSetAside ?? 0) > 0;
  const setAside = hasAside
    ? await rowsSetAside(services, { brought: found.brought, most: setAsideShown })
    : [];
  const { standing } = found.brought;
  const { brought } = found;
  const parted =
    standing.is === 'asked' && standing.byMonth ? await paymentsByMonth(services, brought) : undefined;
  const months = parted?.months.map(({ period }) => period);
  const judged =
    standing.is === 'asked'
      ? await services.database.as(actor, (sql) =>
          judgeMonths(sql, services, { brought, period: standing.period, months }),
        )
      : undefined;
  return { actor, ...found, setAside, judged, parted, isStill: query['still'] === 'yes', now };
}

/** Where an import is, and what its check found. */
export async function showImport(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const shown = await shownTo(services, visit);
  return shown === undefined ? notFound(noSuchImport) : page(importPage(shown, {}, {}));
}

/** Its rows that were set aside, all of them. */
export async function setAsideOf(
  services: ServicesWithFiles,
  visit: OfficeVisit,
): Promise<Dataset | undefined> {
  const { bodyId, importId: id } = named(visit);
  const found = await services.database.as(visit.actor, (sql) =>
    importShown(sql, { bodyId, id }, services.clock.now()),
  );
  if (found === undefined) return undefined;
  const rows = await rowsSetAside(services, { brought: found.brought, most: mostSetAside });
  return setAsideDataset(id, rows);
}

/** Reads its files again. */
export async function submitReadAgain(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const outcome = await readAgain(services, visit.actor, named(visit), once(visit));
  if (outcome.ok) await aMomentOf(outcome.value.running);
  return answer(services, visit, outcome, () => 'The files are read again.');
}

/** Publishes it. */
export async function submitApprove(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const outcome = await beginPublication(services, visit.actor, named(visit), once(visit));
  if (!outcome.ok) return answer(services, visit, outcome, () => '');
  return (
    (await onceEnded(services, visit)) ?? redirect(importPath(visit.actor.bodyId, named(visit).importId))
  );
}

/** What is small is published while whoever approved it waits; of what is not, the page of the import tells how far it is. */
const waitedMilliseconds = 8000;
const lookedEveryMilliseconds = 150;

/** Its release, or where each of its months is one, the page that lists them; what was refused after all is said there. */
async function onceEnded(
  { database, clock }: ServicesWithFiles,
  visit: OfficeVisit,
): Promise<Reply | undefined> {
  const { bodyId, importId: id } = named(visit);
  const end = performance.now() + waitedMilliseconds;
  while (performance.now() < end) {
    const found = await database.as(visit.actor, (sql) => importShown(sql, { bodyId, id }, clock.now()));
    const release = found?.publication?.release;
    const isByMonth = found?.brought.outcomes.some(({ byMonth }) => byMonth === true) === true;
    if (release !== undefined)
      return redirect(
        isByMonth ? importPath(bodyId, id) : releasePath(release),
        'The payments are published.',
      );
    if (found?.publication?.endedAt !== undefined) return undefined;
    await new Promise((goOn) => setTimeout(goOn, lookedEveryMilliseconds));
  }
  return undefined;
}

/** Gives it back. */
export const submitReturn = async (services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> =>
  answer(
    services,
    visit,
    await returnImport(services, visit.actor, { ...named(visit), says: saysOf(visit) }, once(visit)),
    () => 'The payments were given back, with your reason.',
  );

/** Drops it. */
export const submitDrop = async (services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> =>
  answer(
    services,
    visit,
    await dropImport(services, visit.actor, { ...named(visit), says: saysOf(visit) }, once(visit)),
    () => 'The files were dropped. Nothing of them is published.',
  );

/** A refusal shows the import as it stands now, with the sentence. */
async function answer(
  services: ServicesWithFiles,
  visit: OfficeVisit,
  outcome: Result<unknown, ImportRefusal>,
  notice: () => string,
): Promise<Reply> {
  const { bodyId, importId } = named(visit);
  if (outcome.ok) return redirect(importPath(bodyId, importId), notice());
  const shown = await shownTo(services, visit);
  if (shown === undefined) return notFound(noSuchImport);
  const errors: FieldErrors = explainImport(outcome.error);
  return askAgain({ ...importPage(shown, visit.answers, errors), errors });
}
