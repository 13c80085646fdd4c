import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';

/** The files of a part in a folder of staged or published rows; its text is the brought file itself where that keeps it. */
export const partFile = (folder: string, kind: 'rows' | 'raw' | 'aside' | 'text', part: number): string =>
  join(folder, `${kind}-${part}.${kind === 'text' ? 'csv' : 'parquet'}`);

/** Writes the answer to a question as a file of columns, in its order. */
export const writeParquet = (workshop: Workshop, question: string, file: string): Promise<void> =>
  workshop.run(`COPY (${question}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`);

type Place = Readonly<{ folder: string; part: number }>;

/** Moves the staged files of a part to another folder and number. */
export async function movePart(
  from: Place,
  to: Place,
  { rowsAside, textInFile }: Pick<StagedPart, 'rowsAside' | 'textInFile'>,
): Promise<void> {
  const text = textInFile === true ? 'text' : 'raw';
  for (const kind of ['rows', text, ...(rowsAside > 0 ? (['aside'] as const) : [])] as const)
    await rename(partFile(from.folder, kind, from.part), partFile(to.folder, kind, to.part));
}
