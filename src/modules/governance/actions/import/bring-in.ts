import { lockThing } from '#platform/db';
import { createHash } from 'node:crypto';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, freshId } from '#platform/record';
import type { ImportKind, ImportOutcome } from '../../domain/import/findings.ts';
import { mayImport } from '../../permissions.ts';
import { standingOf } from '../../queries/import-shown.ts';
import {
  bytesOf,
  finishImport,
  type ImportMode,
  insertImport,
  latestImport,
  moveImport,
  startImport,
} from '../../store/imports.ts';
import { checkFile, type CheckRefusal } from './check-file.ts';
import { writeFile } from './write-file.ts';

export type FileBrought = Readonly<{ bodyId: string; kind: ImportKind; filename: string; bytes: Buffer }>;
export type KeepFileRefusal = CommonRefusal | CheckRefusal | 'another-is-running';

/** Checks a file of another system and keeps it with what was found. Nothing of it is written yet. */
export async function keepFile(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, kind, filename, bytes }: FileBrought,
  options: ActOptions = {},
): Promise<Result<void, KeepFileRefusal>> {
  const allowed = may(actor, mayImport, bodyId);
  if (!allowed.ok) return allowed;
  const { clock } = services;
  return act<void, KeepFileRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, importSubject(bodyId));
    const before = await latestImport(sql, bodyId);
    if (before !== undefined && standingOf(before, clock.now()) === 'running')
      return refuse('another-is-running');
    const checked = await checkFile(sql, { bodyId, kind, bytes, today: clock.today() });
    if (!checked.ok) return checked;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = {
      id: freshId(clock),
      bodyId,
      kind,
      filename,
      sha256,
      findings: checked.value.findings,
    };
    await insertImport(sql, { ...file, checkedAt: clock.now(), checkedBy: allowed.value.officeTitle }, bytes);
    return ok({
      value: undefined,
      entry: {
        act: 'governance.import.checked',
        subject: importSubject(bodyId),
        summary: 'A file of another system was checked',
        facts: { kind, filename, sha256 },
        visibility: 'private',
      },
    });
  });
}

export const importSubject = (bodyId: string): string => `/office/${bodyId}/import`;

export type StartRefusal = CommonRefusal | 'no-file' | 'running-or-done' | 'rows-are-wrong';
export type StartAsked = Readonly<{ bodyId: string; fileId: string; mode: ImportMode; corrections: boolean }>;

/**
 * Begins to bring in the file that was checked last. `running` ends when all of it is written; how far it has come can be
 * asked meanwhile.
 */
export async function startFile(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, fileId, mode, corrections }: StartAsked,
  options: ActOptions = {},
): Promise<Result<Readonly<{ running: Promise<void> }>, StartRefusal>> {
  const allowed = may(actor, mayImport, bodyId);
  if (!allowed.ok) return allowed;
  let begun = false;
  const started = await act<void, StartRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, importSubject(bodyId));
    const file = await latestImport(sql, bodyId);
    if (file?.id !== fileId) return refuse('no-file');
    if (mode === 'all' && file.findings.faultsInAll > 0) return refuse('rows-are-wrong');
    begun = await startImport(sql, fileId, { mode, corrections, now: services.clock.now() });
    if (!begun) return refuse('running-or-done');
    return ok({
      value: undefined,
      entry: {
        act: 'governance.import.started',
        subject: importSubject(bodyId),
        summary: 'A file of another system is brought in',
        facts: { mode, corrections },
        visibility: 'private',
      },
    });
  });
  if (!started.ok) return started;
  return ok({ running: begun ? bringIn(services, allowed.value, fileId) : Promise.resolve() });
}

/** Writes the file, and says in the end what became of it, whatever happens. */
async function bringIn(services: ActServices, actor: Actor, fileId: string): Promise<void> {
  const { database, clock } = services;
  const keep = async (outcome: ImportOutcome) => {
    await database.transaction(actor, {}, async (sql) =>
      ok(await finishImport(sql, fileId, outcome, clock.now())),
    );
  };
  try {
    await keep(await write(services, actor, fileId));
  } catch (error) {
    // Whoever waits is told; what went wrong is for the log.
    await keep({ outcome: 'stopped', because: 'Something went wrong that should not have' });
    throw error;
  }
}

async function write(services: ActServices, actor: Actor, fileId: string): Promise<ImportOutcome> {
  const { database, clock } = services;
  const { bodyId } = actor;
  const read = await database.as(actor, async (sql) => {
    const [file, bytes] = await Promise.all([latestImport(sql, bodyId), bytesOf(sql, fileId)]);
    if (file?.id !== fileId || bytes === undefined) return undefined;
    return { file, checked: await checkFile(sql, { bodyId, kind: file.kind, bytes, today: clock.today() }) };
  });
  if (read === undefined) return { outcome: 'stopped', because: 'Another file was brought meanwhile' };
  const { file, checked } = read;
  if (!checked.ok) return { outcome: 'stopped', because: 'The file can no longer be read as it was checked' };
  if (file.mode === 'all' && checked.value.findings.faultsInAll > 0)
    return { outcome: 'stopped', because: 'A row that was right when it was checked is not any more' };
  const written = await writeFile(services, actor, checked.value, {
    bodyId,
    filename: file.filename,
    together: file.mode === 'all',
    corrections: file.corrections,
    progress: async (done) => {
      await database.transaction(actor, {}, async (sql) =>
        ok(await moveImport(sql, fileId, done, clock.now())),
      );
    },
  });
  return { outcome: 'entered', ...written };
}
