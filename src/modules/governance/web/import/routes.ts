import {
  askAgain,
  download,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
  type Route,
} from '#platform/http';
import type { Services } from '#platform/module';
import { once, rowFaultsDataset } from '#platform/web';
import { keepFile, startFile } from '../../actions/import/bring-in.ts';
import { mayImport } from '../../permissions.ts';
import { importShown, type ImportShown } from '../../queries/import-shown.ts';
import { filePage } from './file-page.tsx';
import { isImportKind, mostBytes, uploadPage } from './upload-page.tsx';
import { explainFile, explainStart } from './words.ts';

const path = '/office/:body/import';

/** Every page and form of bringing in another system’s decisions and meetings. */
export function importRoutes(services: Services): readonly Route[] {
  const may = mayImport;
  const ofFile =
    (handle: (file: ImportShown, visit: OfficeVisit) => Promise<Reply> | Reply): OfficeRoute['handle'] =>
    async (visit) => {
      const file = await latest(services, visit);
      return file === undefined
        ? redirect(pathOf(visit), 'No file has been brought yet.')
        : handle(file, visit);
    };
  return [
    {
      method: 'GET',
      path,
      may,
      handle: async (visit) => page(uploadPage(await asked(services, visit), {}, {})),
    },
    {
      method: 'POST',
      path,
      may,
      uploads: { most: 1, bytesEach: mostBytes },
      handle: (visit) => submitFile(services, visit),
    },
    {
      method: 'GET',
      path: `${path}/file`,
      may,
      handle: ofFile((file, visit) => page(filePage(shownTo(visit, file), {}, {}))),
    },
    {
      method: 'POST',
      path: `${path}/file`,
      may,
      handle: ofFile((file, visit) => submitStart(services, file, visit)),
    },
    ...(['csv', 'json'] as const).map((format) => ({
      method: 'GET' as const,
      path: `${path}/faults.${format}`,
      may,
      handle: ofFile((file) => download(rowFaultsDataset(file.filename, file.findings.faults), format)),
    })),
  ];
}

const pathOf = ({ actor }: OfficeVisit): string => `/office/${actor.bodyId}/import`;

const latest = ({ database, clock }: Services, { actor }: OfficeVisit): Promise<ImportShown | undefined> =>
  database.as(actor, (sql) => importShown(sql, actor.bodyId, clock.now()));

const asked = async (services: Services, visit: OfficeVisit) => ({
  actor: visit.actor,
  uploadBytes: visit.uploadBytes,
  hasFile: (await latest(services, visit)) !== undefined,
});

const shownTo = ({ actor, query }: OfficeVisit, file: ImportShown) => ({
  actor,
  file,
  isStill: query['still'] === 'yes',
});

async function submitFile(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, files, unread } = visit;
  const kind = answers['kind'] ?? '';
  const file = files.find(({ field }) => field === 'file');
  const errors = {
    ...(isImportKind(kind) ? {} : { kind: 'Select what is in the file' }),
    ...(file === undefined ? { file: 'Choose the file' } : {}),
    ...unread,
  };
  const again = async (wrong: Readonly<Record<string, string>>) =>
    askAgain(uploadPage(await asked(services, visit), answers, wrong));
  if (!isImportKind(kind) || file === undefined || Object.keys(errors).length > 0) return again(errors);
  const { filename, bytes } = file;
  const outcome = await keepFile(
    services,
    actor,
    { bodyId: actor.bodyId, kind, filename, bytes },
    once(visit),
  );
  return outcome.ok ? redirect(`${pathOf(visit)}/file`) : again(explainFile(outcome.error));
}

async function submitStart(services: Services, file: ImportShown, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const mode = answers['mode'];
  if (mode !== 'all' && mode !== 'good')
    return askAgain(filePage(shownTo(visit, file), answers, { mode: 'Select what should be written' }));
  const outcome = await startFile(
    services,
    actor,
    {
      bodyId: actor.bodyId,
      fileId: answers['file'] ?? '',
      mode,
      corrections: answers['corrections'] === 'yes',
    },
    once(visit),
  );
  if (!outcome.ok) {
    const now = (await latest(services, visit)) ?? file;
    return askAgain(filePage(shownTo(visit, now), answers, explainStart(outcome.error)));
  }
  // Its page tells how it ends, also where it ends badly; a small file is done before the page is shown.
  await Promise.race([outcome.value.running.catch(() => undefined), aMoment()]);
  return redirect(`${pathOf(visit)}/file`);
}

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 300));
