import { askAgain, type Dataset, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import type { Services } from '#platform/module';
import { once, rowFaultsDataset } from '#platform/web';
import { everyBody } from '#modules/register';
import { bringFile } from '../../../actions/readings/bring-file.ts';
import { putFile } from '../../../actions/readings/put-file.ts';
import { type FileShown, fileShown } from '../../../queries/readings/file-shown.ts';
import { explainBring, explainPut } from '../file-words.ts';
import { bringPage } from './bring-page.tsx';
import { filePage, rowFaults } from './file-page.tsx';
import { bringPath, filePath } from './paths.ts';

/** The form that takes a file. */
export const askFile = ({ actor, uploadBytes }: OfficeVisit): Reply =>
  page(bringPage({ actor, uploadBytes }, {}, {}));

/** Takes a file and begins to check it. */
export async function submitFile(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, files, unread, uploadBytes } = visit;
  const file = files.find(({ field }) => field === 'file');
  const whose = answers['whose'];
  const errors = {
    ...(whose === 'own' || whose === 'others' ? {} : { whose: 'Select whose figures are in the file' }),
    ...(file === undefined ? { file: 'Choose the file' } : {}),
    ...unread,
  };
  const again = (wrong: Readonly<Record<string, string>>) =>
    askAgain(bringPage({ actor, uploadBytes }, answers, wrong));
  if (file === undefined || Object.keys(errors).length > 0) return again(errors);
  const { filename, bytes } = file;
  const asked = { bodyId: actor.bodyId, filename, bytes, isComparison: whose === 'others' };
  const outcome = await bringFile(services, actor, asked, once(visit));
  if (!outcome.ok) return again(explainBring(outcome.error));
  await aMomentOf(outcome.value.running);
  return redirect(filePath(actor.bodyId));
}

/** Where the file that was brought last is. */
export async function showFile(services: Services, visit: OfficeVisit): Promise<Reply> {
  const file = await latest(services, visit);
  if (file === undefined) return redirect(bringPath(visit.actor.bodyId), 'No file has been brought yet.');
  return page(filePage(await shownTo(services, visit, file), {}, {}));
}

/** Begins to put its readings for approval. */
export async function submitPut(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const file = await latest(services, visit);
  if (file === undefined) return redirect(bringPath(actor.bodyId), 'No file has been brought yet.');
  const mode = (['all', 'good'] as const).find((each) => each === answers['mode']);
  const says = (answers['says'] ?? '').trim();
  const errors = {
    ...(mode !== undefined ? {} : { mode: 'Select what should be put for approval' }),
    ...(says.length > 2000 ? { says: 'Shorten this to 2,000 characters' } : {}),
  };
  if (mode === undefined || Object.keys(errors).length > 0)
    return askAgain(filePage(await shownTo(services, visit, file), answers, errors));
  const asked = {
    bodyId: actor.bodyId,
    fileId: answers['file'] ?? '',
    mode,
    isSure: answers['sure'] === 'yes',
    says,
  };
  const outcome = await putFile(services, actor, asked, once(visit));
  if (!outcome.ok) {
    const now = (await latest(services, visit)) ?? file;
    return askAgain(filePage(await shownTo(services, visit, now), answers, explainPut(outcome.error)));
  }
  await aMomentOf(outcome.value.running);
  return redirect(filePath(actor.bodyId));
}

/** What is wrong with its rows, or unlikely, as a list of its own. */
export async function faultsOf(
  services: Services,
  visit: OfficeVisit,
  which: 'faults' | 'doubts',
): Promise<Dataset | undefined> {
  const file = await latest(services, visit);
  const found = file?.findings?.[which] ?? [];
  const nameOf = await names(services, visit);
  return rowFaultsDataset(file?.filename ?? 'no file', rowFaults(found, nameOf));
}

const latest = ({ database, clock }: Services, { actor }: OfficeVisit): Promise<FileShown | undefined> =>
  database.as(actor, (sql) => fileShown(sql, actor.bodyId, clock.now()));

async function names({ database }: Services, { today }: OfficeVisit) {
  const bodies = new Map((await everyBody(database, { on: today })).map(({ id, name }) => [id, name]));
  return (id: string) => bodies.get(id) ?? id;
}

const shownTo = async (services: Services, visit: OfficeVisit, file: FileShown) => ({
  actor: visit.actor,
  file,
  isStill: visit.query['still'] === 'yes',
  nameOf: await names(services, visit),
});

/** The page of the file tells how its work ends, also where it ends badly; that of a small file is done before it is shown. */
const aMomentOf = (running: Promise<void>): Promise<unknown> =>
  Promise.race([
    running.catch(() => undefined),
    new Promise<void>((resolve) => {
      setTimeout(resolve, 300);
    }),
  ]);
