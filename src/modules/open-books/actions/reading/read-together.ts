import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import type { TableReport } from '../../domain/import/report.ts';
import { movePart } from '../../store/staged/part-files.ts';
import { takeRows } from '../../store/staged/take-rows.ts';
import { askReader } from './ask-reader.ts';
import type { ByColumns, FilesAsked } from './read-file.ts';
import { readShare, type ShareAsked, type ShareRead } from './read-share.ts';

/**
 * Reads files in shares at the same time, the first here and each other in a process of its own, and puts together what comes of them:
 * the same rows, under the same numbers, as if they had been read one after another. Where one share fails so does the whole.
 */
export async function readTogether(
  asked: FilesAsked,
  shares: readonly (readonly number[])[],
  byColumns: ByColumns,
): Promise<readonly TableReport[]> {
  const stop = new AbortController();
  const signal = asked.signal === undefined ? stop.signal : AbortSignal.any([asked.signal, stop.signal]);
  const tell = progressTogether(asked.progress);
  const read = shares.map(async (places, nth): Promise<Share> => {
    const folder = join(asked.folder, `share-${nth}`);
    const share: ShareAsked = {
      files: places.flatMap((place) => asked.files[place] ?? []),
      decided: asked.decided,
      daysBefore: asked.daysBefore,
      progress: tell(nth),
      signal,
    };
    const found = await (nth === 0
      ? readShare(folder, share, byColumns)
      : askReader('share', { ...share, folder }));
    return { ...found, folder, places };
  });
  try {
    return await putTogether(await Promise.all(read), byColumns);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(read);
    throw error;
  }
}

type Share = ShareRead & Readonly<{ folder: string; places: readonly number[] }>;

/** Numbers the parts of tables in their order, and takes what is staged of them out of the folders of the shares. */
async function putTogether(
  shares: readonly Share[],
  { workshop }: ByColumns,
): Promise<readonly TableReport[]> {
  const read = shares
    .flatMap(({ tables, places }, share) =>
      tables.map((table) => ({ share, table: { ...table, file: places[table.file] ?? 0 } })),
    )
    .toSorted((one, other) => one.table.file - other.table.file);
  const numbers = shares.map(() => new Map<number, number>());
  let parts = 0;
  for (const { share, table } of read) for (const { part } of table.parts) numbers[share]?.set(part, parts++);
  const numberOf = (share: number, part: number): number => numbers[share]?.get(part) ?? part;

  for (const { share, table } of read)
    for (const part of table.parts) {
      const from = { folder: shares[share]?.folder ?? '', part: part.part };
      await movePart(from, { folder: workshop.folder, part: numberOf(share, part.part) }, part);
    }
  await takeRows(
    workshop,
    shares.map(({ rows }, share) => ({
      ...rows,
      numbers: rows.numbers.map((part) => (part === null ? null : numberOf(share, part))),
    })),
  );
  for (const { folder } of shares) await rm(folder, { recursive: true });
  return read.map(({ share, table }) => ({
    ...table,
    parts: table.parts.map((part) => ({ ...part, part: numberOf(share, part.part) })),
  }));
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
