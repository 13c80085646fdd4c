import { join } from 'node:path';

type Named = Readonly<{ bodyId: string; importId: string }>;

/** Where the files of an import lie, and what is made of them: private to its body. */
export const importFolder = (privateFolder: string, { bodyId, importId }: Named): string =>
  join(privateFolder, bodyId, importId);

/** The place of a file as it was brought, by its position among those of its import. */
export const filePlace = (privateFolder: string, named: Named, position: number): string =>
  join(importFolder(privateFolder, named), 'files', String(position));

/** What a reading of an import made. */
export const readingFolder = (privateFolder: string, named: Named, number: number): string =>
  join(importFolder(privateFolder, named), 'readings', String(number));

/** Where the releases’ own folders lie, each under its id. */
export const releasesFolder = (publishedFolder: string): string => join(publishedFolder, 'releases');
