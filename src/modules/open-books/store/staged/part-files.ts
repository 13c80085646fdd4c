import { join } from 'node:path';
import { quoted, type Workshop } from '#platform/analytics';

/** The files of a part in a folder of staged or published rows. */
export const partFile = (folder: string, kind: 'rows' | 'raw' | 'aside', part: number): string =>
  join(folder, `${kind}-${part}.parquet`);

/** Writes the answer to a question as a file of columns, in its order. */
export const writeParquet = (workshop: Workshop, question: string, file: string): Promise<void> =>
  workshop.run(`COPY (${question}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`);
