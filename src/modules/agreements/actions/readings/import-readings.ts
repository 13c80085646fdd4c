import { lockThing } from '#platform/db';
import { ok, refuse, type Result } from '#platform/kernel';
import { act, type ActServices } from '#platform/record';
import { bodyOn } from '#modules/register';
import type { FileFault, ReadingFindings } from '../../domain/reading/findings.ts';
import { checkReadings } from './check-readings.ts';
import { enteredEntry, enterBatch } from './enter-batch.ts';
import { mayNotPut } from './put-file.ts';
import { readReadingFile } from './read-file.ts';
import { readingsSubject } from './readings-subject.ts';

export type ImportAsked = Readonly<{
  bodyId: string;
  filename: string;
  bytes: Buffer;
  isComparison: boolean;
  mode: 'all' | 'good';
  isSure: boolean;
  /** Nothing is put, whatever is found. */
  isCheck: boolean;
}>;

/** What was found; and the batch that waits for approval, or why there is none. */
export type Imported = Readonly<{
  findings: ReadingFindings;
  batchId: string | undefined;
  notPut: ReturnType<typeof mayNotPut> | 'only-checked';
}>;

/** Who enters what comes by the command line: nobody’s office, so that any officer who may approve is somebody else. */
const commandLine = {
  officeId: 'command-line',
  officeTitle: 'Accord’s command line',
  accountId: undefined,
} as const;

/** Puts the readings of a file before a body’s officers, as the command line does. They approve it like any other batch. */
export async function importReadings(
  services: ActServices,
  asked: ImportAsked,
): Promise<Result<Imported, FileFault | 'no-such-body'>> {
  const { bodyId, filename, bytes, isComparison, isCheck } = asked;
  const { database, clock } = services;
  const today = clock.today();
  if ((await bodyOn(database, bodyId, { on: today })) === undefined) return refuse('no-such-body');
  const read = await readReadingFile(bytes);
  if (!read.ok) return read;
  const checking = { ...read.value, bodyId, isComparison, today };
  if (isCheck) {
    const { findings } = await database.as({ bodyId }, (sql) => checkReadings(sql, checking));
    return ok({ findings, batchId: undefined, notPut: 'only-checked' });
  }
  const by = { officeTitle: commandLine.officeTitle, bodyId };
  let found: ReadingFindings | undefined;
  const put = await act<string, Imported>(services, by, {}, async (sql) => {
    await lockThing(sql, readingsSubject(bodyId));
    const { findings, readings } = await checkReadings(sql, checking);
    found = findings;
    const notPut = mayNotPut(findings, asked);
    if (notPut !== undefined) return refuse({ findings, batchId: undefined, notPut });
    const entered = { cameBy: 'file', fileName: filename, isComparison, says: '', readings } as const;
    const batch = await enterBatch(sql, { ...commandLine, bodyId }, entered, clock);
    return ok({ value: batch.id, entry: enteredEntry(batch, readings) });
  });
  if (!put.ok) {
    if (put.error === 'already-submitted') throw new Error('The command line sends no form');
    return ok(put.error);
  }
  if (found === undefined) throw new Error('Readings were put unchecked');
  return ok({ findings: found, batchId: put.value, notPut: undefined });
}
