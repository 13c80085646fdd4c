import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { lockThing } from '#platform/db';
import { ok, refuse } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { act } from '#platform/record';
import type { Import } from '../../domain/import/import.ts';
import { importStanding } from '../../domain/import/standing.ts';
import { filePlace, readingFolder } from '../../store/folders.ts';
import { beginReading, findImport, moveReading } from '../../store/imports.ts';
import { isReadingWhole } from '../../store/staged/whole-reading.ts';
import { commandLine, spendingSubject } from './officers.ts';
import { runReading } from './run-reading.ts';

/**
 * Reads again what lies damaged, as after a power cut, of every import that is not decided: none of it may be published. Whoever had asked
 * for publication asks again, with the new report before them. Where the brought files themselves are damaged it says so.
 */
export async function mendReadings(services: ServicesWithFiles): Promise<void> {
  const { database, privateFolder } = services;
  for (const bodyId of await foldersIn(privateFolder))
    for (const importId of await foldersIn(`${privateFolder}/${bodyId}`)) {
      const brought = await database.as({ bodyId }, (sql) => findImport(sql, { bodyId, id: importId }));
      if (brought !== undefined && isDamaged(services, brought)) await mend(services, brought);
    }
}

/** Whether what its last reading made is needed still, and lies there otherwise than it was made. */
function isDamaged({ clock, privateFolder }: ServicesWithFiles, brought: Import): boolean {
  const { is } = importStanding(brought, clock.now());
  const { report, number } = brought.reading;
  if (report === undefined || is === 'approved' || is === 'dropped' || is === 'refused') return false;
  return !isReadingWhole(readingFolder(privateFolder, { ...brought, importId: brought.id }, number));
}

async function mend(services: ServicesWithFiles, { id: importId, bodyId }: Import): Promise<void> {
  const { clock, database, privateFolder } = services;
  const by = { officeTitle: commandLine.office, bodyId };
  const begun = await act<number, 'whole'>(services, by, {}, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    // Another process may have begun meanwhile.
    const brought = await findImport(sql, { bodyId, id: importId });
    if (brought === undefined || !isDamaged(services, brought)) return refuse('whole');
    const number = brought.reading.number + 1;
    await beginReading(sql, { importId, bodyId, number }, clock.now());
    return ok({
      value: number,
      entry: {
        act: 'open-books.spending.read-again',
        subject: `${spendingSubject(bodyId)}/${importId}`,
        summary: 'Files of payments are read again: what was made of them lay damaged',
        facts: { reading: number },
        visibility: 'private',
      },
    });
  });
  if (!begun.ok) return;
  const brought = await database.as({ bodyId }, (sql) => findImport(sql, { bodyId, id: importId }));
  if (brought === undefined) return;
  if (await areAsBrought(privateFolder, brought)) {
    // How it ends is said on the page of the import.
    await runReading(services, { bodyId, importId }).catch(() => undefined);
    return;
  }
  await database.transaction({ bodyId }, {}, async (sql) =>
    ok(
      await moveReading(sql, { importId, bodyId, number: begun.value }, clock.now(), {
        failed:
          'The files that were brought lie damaged on the disk of the machine, as after a power cut. Bring them again.',
        endedAt: clock.now(),
      }),
    ),
  );
}

/** Whether the files lie there byte for byte as they were brought. */
async function areAsBrought(privateFolder: string, { id, bodyId, files }: Import): Promise<boolean> {
  for (const [position, { sha256 }] of files.entries()) {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(filePlace(privateFolder, { bodyId, importId: id }, position)), hash);
    } catch {
      return false;
    }
    if (hash.digest('hex') !== sha256) return false;
  }
  return true;
}

const foldersIn = async (place: string): Promise<readonly string[]> =>
  (await readdir(place, { withFileTypes: true }).catch(() => []))
    .filter((each) => each.isDirectory() && !each.name.includes('.'))
    .map(({ name }) => name);
