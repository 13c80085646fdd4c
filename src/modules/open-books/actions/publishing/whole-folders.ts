import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts the files of a folder that are asked for into a new one too, each flushed, so that what is renamed later is whole: under a second
 * name where the disk can do that, as none of them is ever changed, and copied otherwise.
 */
export async function copyFlushed(
  from: string,
  to: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter(wanted).toSorted();
  for (const name of names) {
    await link(join(from, name), join(to, name)).catch(() => copyFile(join(from, name), join(to, name)));
    await flush(join(to, name));
  }
  await flush(to);
  return names;
}

/** Puts a folder in its place: whatever nobody speaks of there goes, and what is there afterwards outlives a power cut. */
export async function putInPlace(from: string, to: string): Promise<void> {
  if (from === to) return;
  await rm(to, { recursive: true, force: true });
  await rename(from, to);
  await flush(join(to, '..'));
}

/** Has what lies there outlive a power cut. */
export async function flush(path: string): Promise<void> {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** What is younger than this may be somebody’s work that has not come to its end. */
const sweptAfterMilliseconds = 60 * 60 * 1000;

/** Clears away the folders in a place that nobody speaks of, left by work that was broken off an hour ago or before. */
export async function sweep(
  place: string,
  isSpokenOf: (names: readonly string[]) => Promise<ReadonlySet<string>>,
  now: Date,
): Promise<void> {
  const names = await readdir(place).catch(() => []);
  if (names.length === 0) return;
  const spokenOf = await isSpokenOf(names);
  for (const name of names.filter((each) => !spokenOf.has(each))) {
    const { mtime } = await stat(join(place, name)).catch(() => ({ mtime: now }));
    if (now.getTime() - mtime.getTime() > sweptAfterMilliseconds)
      await rm(join(place, name), { recursive: true, force: true });
  }
}
