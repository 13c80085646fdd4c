import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import type { FileFault, ReadingFindings } from '../../domain/reading/findings.ts';
import { mayEnterReadings } from '../../permissions.ts';
import { standingOfFile } from '../../queries/readings/file-shown.ts';
import {
  bytesOfReadingFile,
  latestReadingFile,
  moveReadingFile,
  type ReadingFile,
} from '../../store/reading-files.ts';
import { mover } from './bring-file.ts';
import { type CheckedReadings, checkReadings } from './check-readings.ts';
import { enteredEntry, enterBatch } from './enter-batch.ts';
import { takeJudgement } from './kept-judgement.ts';
import { readReadingFile } from './read-file.ts';
import { readingsSubject } from './readings-subject.ts';

export type PutFileAsked = Readonly<{
  bodyId: string;
  fileId: string;
  /** All of it or nothing; or the rows that are right. */
  mode: 'all' | 'good';
  /** What is unlikely has been looked at again. */
  isSure: boolean;
  says: string;
}>;
export type PutFileRefusal =
  | CommonRefusal
  | 'no-file'
  | 'running-or-done'
  | 'rows-are-wrong'
  | 'nothing-to-put'
  | 'not-sure';

/**
 * Begins to put the readings of the file that was checked last before somebody else of the body. They are put in one act, so that
 * all of them wait for approval or none; what may have changed since they were judged is judged again in it.
 */
export async function putFile(
  services: ActServices,
  actor: Actor | undefined,
  asked: PutFileAsked,
  options: ActOptions = {},
): Promise<Result<Readonly<{ running: Promise<void> }>, PutFileRefusal>> {
  const { bodyId, fileId } = asked;
  const allowed = may(actor, mayEnterReadings, bodyId);
  if (!allowed.ok) return allowed;
  const { clock } = services;
  let isBegun = false;
  const begun = await act<void, PutFileRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, readingsSubject(bodyId));
    const file = await latestReadingFile(sql, bodyId);
    if (file?.id !== fileId) return refuse('no-file');
    const standing = standingOfFile(file, clock.now());
    if (file.findings === undefined || (standing !== 'checked' && standing !== 'quiet'))
      return refuse('running-or-done');
    const wrong = mayNotPut(file.findings, asked);
    if (wrong !== undefined) return refuse(wrong);
    await moveReadingFile(sql, fileId, clock.now(), { putAt: clock.now(), rowsDone: 0 });
    isBegun = true;
    return ok({
      value: undefined,
      entry: {
        act: 'agreements.readings.file-put',
        subject: readingsSubject(bodyId),
        summary: 'The readings of a file are put for approval',
        facts: { filename: file.filename, mode: asked.mode },
        visibility: 'private',
      },
    });
  });
  if (!begun.ok) return begun;
  return ok({ running: isBegun ? put(services, allowed.value, asked) : Promise.resolve() });
}

/** Why what was found may not be put as it is asked. */
export function mayNotPut(
  findings: Pick<ReadingFindings, 'fresh' | 'revisions' | 'faultsInAll' | 'doubtsInAll'>,
  { mode, isSure }: Pick<PutFileAsked, 'mode' | 'isSure'>,
): 'rows-are-wrong' | 'nothing-to-put' | 'not-sure' | undefined {
  if (mode === 'all' && findings.faultsInAll > 0) return 'rows-are-wrong';
  if (findings.fresh + findings.revisions === 0) return 'nothing-to-put';
  return findings.doubtsInAll > 0 && !isSure ? 'not-sure' : undefined;
}

async function put(services: ActServices, actor: Actor, asked: PutFileAsked): Promise<void> {
  const move = mover(services, actor, asked.fileId);
  try {
    await putAtOnce(services, actor, asked);
  } catch (error) {
    await move({ refused: { is: 'broken-off' } });
    throw error;
  }
}

async function putAtOnce(services: ActServices, actor: Actor, asked: PutFileAsked): Promise<void> {
  const { bodyId, fileId, says } = asked;
  const { database, clock } = services;
  const move = mover(services, actor, fileId);
  const file = await database.as(actor, (sql) => latestReadingFile(sql, bodyId));
  if (file === undefined) return;
  const done = await act<string, ReadingFindings | FileFault>(services, actor, {}, async (sql) => {
    await lockThing(sql, readingsSubject(bodyId));
    const kept = await takeJudgement(database, sql, { bodyId, fileId, today: clock.today() });
    const checked = kept === undefined ? await judgeAnew(services, sql, actor, file) : ok(kept);
    if (!checked.ok) return checked;
    const { findings, readings } = checked.value;
    // What was right when it was checked may not be any more: then it is shown again rather than put.
    if (mayNotPut(findings, asked) !== undefined) return refuse(findings);
    const batch = await enterBatch(
      sql,
      actor,
      { cameBy: 'file', fileName: file.filename, isComparison: file.isComparison, says, readings },
      clock,
    );
    await moveReadingFile(sql, fileId, clock.now(), { batchId: batch.id });
    return ok({ value: batch.id, entry: enteredEntry(batch, readings) });
  });
  if (done.ok || typeof done.error !== 'object') return;
  await move('is' in done.error ? { refused: done.error } : { findings: done.error, putAt: null });
}

/** Reads and judges the file again, where what it was judged against may have changed since. */
async function judgeAnew(
  services: ActServices,
  sql: Sql,
  actor: Actor,
  { id, bodyId, isComparison }: ReadingFile,
): Promise<Result<CheckedReadings, FileFault>> {
  const bytes = await bytesOfReadingFile(sql, id);
  const read = bytes === undefined ? refuse({ is: 'empty' } as const) : await readReadingFile(bytes);
  if (!read.ok) return read;
  const [move, today] = [mover(services, actor, id), services.clock.today()];
  const asked = { ...read.value, bodyId, isComparison, today };
  return ok(await checkReadings(sql, { ...asked, progress: (rowsDone) => move({ rowsDone }) }));
}
