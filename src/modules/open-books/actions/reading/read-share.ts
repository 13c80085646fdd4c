import { mkdir, rm, stat } from 'node:fs/promises';
import { openWorkshop, type Workshop } from '#platform/analytics';
import type { TableReport } from '../../domain/import/report.ts';
import { payeeReader } from '../../domain/import/staged-payee.ts';
import { openStaging } from '../../store/staged/stage-rows.ts';
import { howFar } from './how-far.ts';
import { type FilesAsked, readFile } from './read-file.ts';

/** Files that are read one after another by one process. */
export type ShareAsked = Pick<FilesAsked, 'files' | 'decided' | 'daysBefore' | 'progress' | 'signal'>;

/** Texts of so many bytes are read by columns where they are tidy: smaller ones are as quickly read row by row. */
export const usualByColumnsFromBytes = 4 * 1024 * 1024;

/** What a workshop must have to read files. */
export type ShareWorkshop = Readonly<{ memoryMegabytes?: number; threads?: number }>;

/** Reads files in a folder made anew, which is theirs alone: what is staged of them lies there and nothing else. */
export async function readShareInto(
  folder: string,
  asked: ShareAsked,
  manner: ShareWorkshop & Readonly<{ byColumnsFromBytes?: number }> = {},
): Promise<readonly TableReport[]> {
  return inWorkshop(folder, asked.files, manner, (workshop) =>
    readShare(workshop, asked, manner.byColumnsFromBytes),
  );
}

/** Opens a workshop over a folder made anew, for files that are read there. */
export async function inWorkshop<Value>(
  folder: string,
  files: FilesAsked['files'],
  { memoryMegabytes, threads }: ShareWorkshop,
  work: (workshop: Workshop) => Promise<Value>,
): Promise<Value> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const workshop = await openWorkshop({
    folder,
    reads: files.map(({ path }) => path),
    ...(memoryMegabytes === undefined ? {} : { memoryMegabytes }),
    ...(threads === undefined ? {} : { threads }),
  });
  try {
    return await work(workshop);
  } finally {
    workshop.close();
  }
}

/** Reads files into staged files, parts numbered from 0 in the order of the files, and says what each of their tables came to. */
export async function readShare(
  workshop: Workshop,
  asked: ShareAsked,
  fromBytes = usualByColumnsFromBytes,
): Promise<readonly TableReport[]> {
  const progress = howFar(asked.progress, asked.signal);
  const staging = openStaging(workshop);
  const payee = payeeReader();
  const tables: TableReport[] = [];
  for (const [file, { path }] of asked.files.entries()) {
    progress.begin((await stat(path)).size);
    const part = tables.flatMap(({ parts }) => parts).length;
    tables.push(
      ...(await readFile({ asked, workshop, fromBytes, staging, file, part, howFar: progress, payee })),
    );
    await progress.end();
  }
  await staging.settle();
  return tables;
}
