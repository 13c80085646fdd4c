import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Folders, openFolders } from '#platform/analytics';
import { onTestFinished } from 'vitest';

/** Folders of files for one test alone, gone when it is finished. Call it inside the test. */
export function testFolders(): Folders {
  const dataFolder = mkdtempSync(join(tmpdir(), 'accord-folders-'));
  const folders = openFolders(dataFolder);
  onTestFinished(() => {
    folders.published.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  return folders;
}
