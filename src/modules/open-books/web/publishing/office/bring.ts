import { askAgain, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { once } from '#platform/web';
import { bringImport } from '../../../actions/publishing/bring-import.ts';
import { type Dataset, datasets } from '../../../domain/release/release.ts';
import { bringPage } from './bring-page.tsx';
import { explainBring } from './bring-words.ts';
import { importPath } from './paths.ts';

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
  const outcome = await bringImport(services, actor, asked, once(visit));
  if (!outcome.ok) return again(explainBring(outcome.error, actor.bodyId));
  await aMomentOf(outcome.value.running);
  return redirect(importPath(actor.bodyId, outcome.value.importId));
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
