import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableReport } from '../../domain/import/report.ts';
import { payeeReader } from '../../domain/import/staged-payee.ts';
import { openStaging, type RowsOnTheirWay } from '../../store/staged/stage-rows.ts';
import { howFar } from './how-far.ts';
import { type ByColumns, type FilesAsked, readFile } from './read-file.ts';

/** Files that are read one after another by one process. */
export type ShareAsked = Pick<FilesAsked, 'files' | 'decided' | 'daysBefore' | 'progress' | 'signal'>;

/** What comes of them: their tables, parts numbered from 0 in the order of the files, and their rows that were read one by one. */
export type ShareRead = Readonly<{ tables: readonly TableReport[]; rows: RowsOnTheirWay }>;

/** Reads files in a folder that is theirs alone: what is staged of them lies there and nothing else. */
export async function readShare(
  folder: string,
  asked: ShareAsked,
  byColumns?: ByColumns,
): Promise<ShareRead> {
  await mkdir(folder, { recursive: true });
  const progress = howFar(asked.progress, asked.signal);
  const staging = openStaging(join(folder, 'on-their-way'));
  const toRead = {
    asked,
    staging,
    howFar: progress,
    payee: payeeReader(),
    byColumns: byColumns && { ...byColumns, workshop: { ...byColumns.workshop, folder } },
  };
  const tables: TableReport[] = [];
  try {
    for (const [file, { path }] of asked.files.entries()) {
      progress.begin((await stat(path)).size);
      const part = tables.flatMap(({ parts }) => parts).length;
      tables.push(...(await readFile({ ...toRead, file, part })));
      await progress.end();
    }
    return { tables, rows: staging.end() };
  } catch (error) {
    staging.remove();
    throw error;
  }
}
