import { resolve } from 'node:path';
import { inTurn } from '#platform/kernel';
import { databaseName } from './database-file.ts';
import { quoted } from './quoted.ts';

/** So many lists of files stay open: those that count now, and those of pages that were begun before. */
const listsKept = 8;

/**
 * Database files that are open to be read, list by list: each file once, however many lists have it, and no longer than one of the
 * latest lists does. `run` puts a statement to the instance that reads them.
 */
export function attachedFiles(
  run: (statement: string) => Promise<void>,
): (files: readonly string[]) => Promise<void> {
  const turn = inTurn(1);
  const open = new Set<string>();
  let lists: readonly (readonly string[])[] = [];
  return (files) =>
    turn(async () => {
      for (const file of files) {
        const name = databaseName(file);
        if (open.has(name)) continue;
        await run(`ATTACH ${quoted(resolve(file))} AS ${name} (READ_ONLY)`);
        open.add(name);
      }
      lists = [files, ...lists.filter((list) => list.join('\n') !== files.join('\n'))].slice(0, listsKept);
      const kept = new Set(lists.flat().map(databaseName));
      for (const name of open)
        if (!kept.has(name)) {
          await run(`DETACH ${name}`);
          open.delete(name);
        }
    });
}
