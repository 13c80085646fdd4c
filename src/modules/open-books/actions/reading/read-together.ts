import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import type { TableReport } from '../../domain/import/report.ts';
import { movePart } from '../../store/staged/part-files.ts';
import { askReader } from './ask-reader.ts';
import type { FilesAsked } from './read-file.ts';
import type { ReadingManner } from './reading-manner.ts';
import { readShareInto, type ShareAsked } from './read-share.ts';

/**
 * Reads files in shares at the same time, the first here and each other in a process of its own, and puts together what comes of them:
 * the same files, under the same numbers, as if they had been read one after another. Where one share fails so does the whole.
 */
export async function readTogether(
  asked: FilesAsked,
  shares: readonly (readonly number[])[],
  manner: ReadingManner,
): Promise<readonly TableReport[]> {
  const stop = new AbortController();
  const signal = asked.signal === undefined ? stop.signal : AbortSignal.any([asked.signal, stop.signal]);
  const tell = progressTogether(asked.progress);
  const read = shares.map(async (places, nth) => {
    const folder = join(asked.folder, `share-${nth}`);
    const share: ShareAsked = {
      files: places.flatMap((place) => asked.files[place] ?? []),
      decided: asked.decided,
      daysBefore: asked.daysBefore,
      progress: tell(nth),
      signal,
    };
    const tables = await (nth === 0
      ? readShareInto(folder, share, manner)
      : askReader('share', { ...share, folder }));
    return tables.map((table) => ({ ...table, file: places[table.file] ?? 0, folder }));
  });
  try {
    const tables = (await Promise.all(read)).flat().toSorted((one, other) => one.file - other.file);
    return await putTogether(tables, asked.folder);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(read);
    throw error;
  }
}

/** Numbers the parts of tables in their order, and moves their staged files out of the folders of the shares. */
async function putTogether(
  tables: readonly (TableReport & Readonly<{ folder: string }>)[],
  into: string,
): Promise<readonly TableReport[]> {
  let parts = 0;
  const together: TableReport[] = [];
  for (const { folder, ...table } of tables) {
    const moved = table.parts.map((each) => ({ from: each.part, staged: { ...each, part: parts++ } }));
    for (const { from, staged } of moved)
      await movePart({ folder, part: from }, { folder: into, part: staged.part }, staged);
    together.push({ ...table, parts: moved.map(({ staged }) => staged) });
  }
  for (const folder of new Set(tables.map((table) => table.folder))) await rm(folder, { recursive: true });
  return together;
}

/** How far all shares are, told whenever one of them tells. */
function progressTogether(
  tell: FilesAsked['progress'],
): (nth: number) => (progress: ReadingProgress) => Promise<void> | void {
  const last = new Map<number, ReadingProgress>();
  return (nth) => (progress) => {
    last.set(nth, progress);
    const sum = (of: (each: ReadingProgress) => number) =>
      [...last.values()].reduce((all, each) => all + of(each), 0);
    return tell({
      bytes: sum(({ bytes }) => bytes),
      rows: sum(({ rows }) => rows),
      pence: sum(({ pence }) => pence),
    });
  };
}
