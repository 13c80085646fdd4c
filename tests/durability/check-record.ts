import type { Database, Viewer } from '#platform/db';
import { ok, refuse, type Result } from '#platform/kernel';
import { type NoteVerifier, readVerifier, verifyFile, verifyStored } from '#platform/record';

/** The record as somebody downloaded and checked it, and keeps it to hold the next download against. */
export type CheckedRecord = Readonly<{
  key: NoteVerifier;
  checkpoint: string;
  entries: number;
  privateEntries: number;
}>;

/**
 * Downloads the record and checks it offline, with the key and the checkpoint that were kept from the download before;
 * then checks everything that is stored, as the viewer sees it. Refuses with a sentence that says what is wrong.
 */
export async function checkRecord(
  address: string,
  database: Database,
  { before, viewer }: Readonly<{ before?: CheckedRecord; viewer?: Viewer }> = {},
): Promise<Result<CheckedRecord, string>> {
  const response = await fetch(`${address}/record/download`);
  const file = Buffer.from(await response.arrayBuffer());
  const options = before === undefined ? {} : { key: before.key, earlier: before.checkpoint };
  const verified = await verifyFile(inOnePiece(file), options);
  if (!verified.ok) return refuse(`The downloaded record does not verify: ${verified.error.why}`);
  const { checkpoint, privateEntries, publicKey } = verified.value;
  const key = readVerifier(publicKey);
  if (!key.ok) return refuse('The downloaded record does not name its key');

  const stored = await database.as(viewer, (sql) => verifyStored(sql, key.value));
  if (!stored.ok)
    return refuse(`The stored record does not verify: ${stored.error.where}, ${stored.error.why}`);
  if (stored.value.size !== checkpoint.size)
    return refuse(`${stored.value.size} entries are stored and ${checkpoint.size} were downloaded`);
  return ok({ key: key.value, checkpoint: noteIn(file), entries: checkpoint.size, privateEntries });
}

async function* inOnePiece(file: Buffer): AsyncGenerator<Buffer> {
  yield file;
}

function noteIn(file: Buffer): string {
  const last: unknown = JSON.parse(file.toString().trimEnd().split('\n').at(-1) ?? '');
  if (typeof last === 'object' && last !== null && 'checkpoint' in last) return String(last.checkpoint);
  throw new Error('The downloaded record does not end in a checkpoint');
}
