import { rm } from 'node:fs/promises';
import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, groupBy, ok, plural, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles } from '#platform/module';
import { act, type ActOptions, freshId, type SystemActor } from '#platform/record';
import type { Import, ImportFile, Officer } from '../../domain/import/import.ts';
import { importStanding } from '../../domain/import/standing.ts';
import { type Dataset, madeOf, standingReleases } from '../../domain/release/release.ts';
import { mayBringSpending } from '../../permissions.ts';
import { beginReading, insertImport, listImports } from '../../store/imports.ts';
import { listReleases } from '../../store/releases.ts';
import { importFolder } from '../../store/folders.ts';
import { sweep } from './whole-folders.ts';
import { type GivenFile, keepFiles } from './keep-files.ts';
import { officerOf, spendingSubject } from './officers.ts';
import { runReading } from './run-reading.ts';

export type FilesBrought = Readonly<{
  bodyId: string;
  dataset: Dataset;
  cameBy: Import['cameBy'];
  files: readonly GivenFile[];
}>;

/** The same files, byte for byte, are there already: published, or brought before and not yet decided. */
export type SameFiles = Readonly<{ same: 'published' | 'brought'; id: string }>;
export type BringRefusal = CommonRefusal | 'no-files' | 'empty-file' | SameFiles;

/** An import that was begun; `running` ends when its files are read. How far that is can be asked meanwhile. */
export type Begun = Readonly<{ importId: string; running: Promise<void> }>;

/**
 * Takes files of payments, keeps them in the private folder and begins to read them. Nothing is public, and nobody is asked for
 * anything yet. The same files again change nothing.
 */
export async function bringImport(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  brought: FilesBrought,
  options: ActOptions = {},
): Promise<Result<Begun, BringRefusal>> {
  const allowed = may(actor, mayBringSpending, brought.bodyId);
  if (!allowed.ok) return allowed;
  return bringAs(services, allowed.value, officerOf(allowed.value), brought, options);
}

/** The same for whoever may do it without being asked, as the command line does. */
export async function bringAs(
  services: ServicesWithFiles,
  actor: Actor | SystemActor,
  broughtBy: Officer,
  { bodyId, dataset, cameBy, files }: FilesBrought,
  options: ActOptions = {},
): Promise<Result<Begun, Exclude<BringRefusal, 'signed-out' | 'wrong-role' | 'wrong-body'>>> {
  const { clock, database, privateFolder } = services;
  if (files.length === 0) return refuse('no-files');
  const importId = freshId(clock);
  const folder = importFolder(privateFolder, { bodyId, importId });
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const kept = await keepFiles(privateFolder, { bodyId, importId }, files);
    if (kept.some(({ bytes }) => bytes === 0)) {
      await discard();
      return refuse('empty-file');
    }
    const now = clock.now();
    const done = await act<string, SameFiles>(services, actor, options, async (sql) => {
      await lockThing(sql, spendingSubject(bodyId));
      const same = await sameFiles(sql, { bodyId, dataset, kept, now });
      if (same !== undefined) return refuse(same);
      await insertImport(sql, { id: importId, bodyId, dataset, cameBy, broughtBy, broughtAt: now }, kept);
      await beginReading(sql, { importId, bodyId, number: 1 }, now);
      return ok({
        value: importId,
        entry: {
          act: 'open-books.spending.brought',
          subject: `${spendingSubject(bodyId)}/${importId}`,
          summary: `${plural(kept.length, 'file')} of payments brought`,
          facts: {
            dataset,
            cameBy,
            files: kept.map(({ filename, sha256, bytes }) => ({ filename, sha256, bytes })),
          },
          visibility: 'private',
        },
      });
    });
    if (!done.ok || done.value !== importId) {
      await discard();
      // The form came twice: the first time it was acted on.
      return done.ok ? ok({ importId: done.value, running: Promise.resolve() }) : done;
    }
  } catch (error) {
    await discard();
    throw error;
  }
  await sweepImports(services, bodyId);
  return ok({ importId, running: runReading({ ...services, database }, { bodyId, importId }) });
}

type Compared = Readonly<{ bodyId: string; dataset: Dataset; kept: readonly ImportFile[]; now: Date }>;

async function sameFiles(sql: Sql, { bodyId, dataset, kept, now }: Compared): Promise<SameFiles | undefined> {
  const own = hashes(kept);
  const releases = standingReleases(await listReleases(sql, { bodyId, dataset }));
  // What was published month by month was published at one moment, each month with the files it is of.
  const ofThese = releases.filter(({ files }) => madeOf(files, kept));
  for (const together of groupBy(ofThese, ({ publishedAt }) => publishedAt.getTime()).values()) {
    const [first] = together;
    if (first !== undefined && hashes(together.flatMap(({ files }) => files)) === own)
      return { same: 'published', id: first.id };
  }
  const waiting = (await listImports(sql, { bodyId })).find((each) => {
    const { is } = importStanding(each, now);
    return (
      each.dataset === dataset &&
      hashes(each.files) === own &&
      !['approved', 'dropped', 'refused', 'failed', 'quiet'].includes(is)
    );
  });
  return waiting === undefined ? undefined : { same: 'brought', id: waiting.id };
}

const hashes = (files: readonly Pick<ImportFile, 'sha256'>[]): string =>
  [...new Set(files.map(({ sha256 }) => sha256))].toSorted().join();

/** What was left where files were brought and the machine stopped before anybody was told. */
async function sweepImports(
  { database, privateFolder, clock }: ServicesWithFiles,
  bodyId: string,
): Promise<void> {
  const place = importFolder(privateFolder, { bodyId, importId: '.' });
  const known = async () =>
    new Set(
      (await database.as({ bodyId }, (sql) => listImports(sql, { bodyId, most: 100_000 }))).map(
        ({ id }) => id,
      ),
    );
  await sweep(place, known, clock.now());
}
