import { existsSync, readFileSync, statSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a reading made, file by file with its length: written last, and outliving a power cut where the files themselves may not. */
const sealName = 'made.json';

/** Says of a reading that it is whole as it lies there. */
export async function sealReading(folder: string): Promise<void> {
  const made: Record<string, number> = {};
  for (const name of (await readdir(folder)).toSorted()) {
    const found = await stat(join(folder, name));
    if (found.isFile()) made[name] = found.size;
  }
  const seal = await open(join(folder, sealName), 'w');
  try {
    await seal.writeFile(JSON.stringify(made));
    await seal.sync();
  } finally {
    await seal.close();
  }
}

/** Whether what a reading made lies there as it was made: sealed, every file of it at its length. */
export const isReadingWhole = (folder: string): boolean =>
  existsSync(join(folder, sealName)) && !isReadingShort(folder);

/**
 * Whether a reading that was sealed has lost some of what it made. It is not flushed, as it can be made again, so a power cut may leave
 * some of it short.
 */
export function isReadingShort(folder: string): boolean {
  const seal = join(folder, sealName);
  if (!existsSync(seal)) return false;
  const made = parsed(readFileSync(seal, 'utf8'));
  return (
    made === undefined ||
    Object.entries(made).some(
      ([name, size]) => statSync(join(folder, name), { throwIfNoEntry: false })?.size !== size,
    )
  );
}

function parsed(text: string): Record<string, number> | undefined {
  try {
    return JSON.parse(text) as Record<string, number>;
  } catch {
    return undefined;
  }
}
