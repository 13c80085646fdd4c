import { join } from 'node:path';

/** The files of a part in a folder of staged or published rows. */
export const partFile = (folder: string, kind: 'rows' | 'raw' | 'aside', part: number): string =>
  join(folder, `${kind}-${part}.parquet`);
