import { askAgain, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { plural } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { once } from '#platform/web';
import { bringImport, type FilesBrought } from '../../../actions/publishing/bring-import.ts';
import { type Dataset, datasets } from '../../../domain/release/release.ts';
import { bringPage } from './bring-page.tsx';
import { explainBring } from './bring-words.ts';
import { importPath, roomPath } from './paths.ts';

/** The form that takes files. */
export const askFiles = ({ actor, uploadBytes }: OfficeVisit): Reply =>
  page(bringPage({ actor, uploadBytes }, {}, {}));

/** Takes files and begins to read them. */
export async function submitFiles(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, files, unread, uploadBytes } = visit;
  const dataset = answers['dataset'] ?? '';
  const errors = {
    ...(isDataset(dataset) ? {} : { dataset: 'Select what is in the files' }),
    ...(files.length === 0 ? { files: 'Choose the files' } : {}),
    ...unread,
  };
  const again = (wrong: Readonly<Record<string, string>>) =>
    askAgain(bringPage({ actor, uploadBytes }, answers, wrong));
  if (!isDataset(dataset) || Object.keys(errors).length > 0) return again(errors);
  const given = files.map(({ filename, bytes }) => ({ filename, bytes }));
  const asked = { bodyId: actor.bodyId, dataset, cameBy: 'form', files: given } as const;
  if (answers['releases'] === 'each' && given.length > 1) return submitEach(services, visit, asked);
  const outcome = await bringImport(services, actor, asked, once(visit));
  if (!outcome.ok) return again(explainBring(outcome.error, actor.bodyId));
  await aMomentOf(outcome.value.running);
  return redirect(importPath(actor.bodyId, outcome.value.importId));
}

/** Each file by itself. What was taken before one that is refused stays taken: the page says which is not. */
async function submitEach(
  services: ServicesWithFiles,
  visit: OfficeVisit,
  asked: FilesBrought,
): Promise<Reply> {
  const { actor, answers, uploadBytes } = visit;
  const { submission } = once(visit);
  const refused: string[] = [];
  const running: Promise<void>[] = [];
  for (const [nth, file] of asked.files.entries()) {
    const own = submission && { submission: { ...submission, key: `${submission.key}/${nth}` } };
    const outcome = await bringImport(services, actor, { ...asked, files: [file] }, own);
    if (outcome.ok) running.push(outcome.value.running);
    else
      refused.push(`${file.filename}: ${Object.values(explainBring(outcome.error, actor.bodyId))[0] ?? ''}`);
  }
  if (running.length === 0)
    return askAgain(bringPage({ actor, uploadBytes }, answers, { files: refused.join('. ') }));
  await aMomentOf(Promise.all(running).then(() => undefined));
  const taken = `${plural(running.length, 'file is', 'files are')} read, each by itself.`;
  return redirect(roomPath(actor.bodyId), [taken, ...refused.map((each) => `${each}.`)].join(' '));
}

export const isDataset = (text: string): text is Dataset => Object.hasOwn(datasets, text);

/** The page of an import tells how its reading ends, also where it ends badly; that of a small file is done before it is shown. */
export const aMomentOf = (running: Promise<void>): Promise<unknown> =>
  Promise.race([
    running.catch(() => undefined),
    new Promise<void>((resolve) => {
      setTimeout(resolve, 400);
    }),
  ]);
