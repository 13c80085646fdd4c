import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';

const endings = { rows: 'parquet', raw: 'parquet', columns: 'db', text: 'csv' } as const;
type Kind = keyof typeof endings;

/**
 * The files of a part in a folder of staged or published rows. Of one that was read by columns there is a database file of its columns and
 * the brought text itself; its `rows` and `raw` are written when it is published.
 */
export const partFile = (folder: string, kind: Kind, part: number): string =>
  join(folder, `${kind}-${part}.${endings[kind]}`);

/** Whether a part was read by columns. */
export const isByColumns = ({ firstLine }: Pick<StagedPart, 'firstLine'>): boolean => firstLine !== null;

/** The database file of all rows of a reading that were read one by one: no part of them has files of its own until it is published. */
export const singlyFile = (folder: string): string => join(folder, 'singly.db');

const kindsOf = (part: Pick<StagedPart, 'firstLine'>): readonly Kind[] =>
  isByColumns(part) ? ['columns', 'text'] : [];

/** The files of staged parts, as whoever reads in them from elsewhere must name them. */
export const filesOfParts = (folder: string, parts: readonly StagedPart[]): readonly string[] => [
  ...parts.flatMap((part) =>
    kindsOf(part).flatMap((kind) => {
      const file = partFile(folder, kind, part.part);
      return kind === 'columns' ? [file, `${file}.wal`] : [file];
    }),
  ),
  ...(parts.every(isByColumns) ? [] : [singlyFile(folder), `${singlyFile(folder)}.wal`]),
];

/**
 * Writes the answer to a question as a file of columns, in its order. So many rows stand together in it as are soon read: whoever asks for
 * one of them is answered without the hundred thousand around it.
 */
export const writeParquet = (
  workshop: Workshop,
  question: string,
  file: string,
  manner = 'COMPRESSION zstd',
): Promise<void> =>
  workshop.run(`COPY (${question}) TO ${quoted(file)} (FORMAT parquet, ROW_GROUP_SIZE 20480, ${manner})`);

type Place = Readonly<{ folder: string; part: number }>;

/** Moves the staged files of a part to another folder and number. */
export async function movePart(from: Place, to: Place, staged: StagedPart): Promise<void> {
  for (const kind of kindsOf(staged))
    await rename(partFile(from.folder, kind, from.part), partFile(to.folder, kind, to.part));
}
