import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { explainFault, explainReport, readVerifier, verifyFile } from '#platform/record';

/** 0: the record is whole. 1: it is not. 2: it could not be checked. */
export type VerifyExit = 0 | 1 | 2;

type VerifyArguments = Readonly<{
  /** The downloaded record. */
  file: string;
  /** The log's published key. */
  key?: string;
  /** A checkpoint, or a whole download, kept from earlier. */
  checkpoint?: string;
}>;

/** Checks a downloaded record and prints what it found. */
export async function verifyRecord(
  { file, key, checkpoint }: VerifyArguments,
  print: (text: string) => void,
): Promise<VerifyExit> {
  const verifier = key === undefined ? undefined : readVerifier(key);
  if (verifier?.ok === false) {
    print('The key could not be read. It is one line, such as accord.example.gov.uk/record+0a1b2c3d+AZ…');
    return 2;
  }
  try {
    const earlier = checkpoint === undefined ? undefined : await readCheckpoint(checkpoint);
    const outcome = await verifyFile(createReadStream(file), {
      ...(verifier === undefined ? {} : { key: verifier.value }),
      ...(earlier === undefined ? {} : { earlier }),
    });
    print(outcome.ok ? explainReport(outcome.value, key !== undefined) : explainFault(outcome.error));
    return outcome.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    print(`The record was not checked, because a file could not be read: ${error.message}`);
    return 2;
  }
}

/** The checkpoint in a file: the note itself, or the last line of a downloaded record. */
async function readCheckpoint(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - 64 * 1024);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const end = buffer.subarray(0, bytesRead).toString();
    const last = end.trimEnd().split('\n').at(-1) ?? '';
    const found: unknown = last.startsWith('{') ? JSON.parse(last) : undefined;
    const isDownload = typeof found === 'object' && found !== null && 'checkpoint' in found;
    return isDownload && typeof found.checkpoint === 'string' ? found.checkpoint : end;
  } catch (error) {
    // A last line that is not JSON is no checkpoint: said as such when the note is opened.
    if (error instanceof SyntaxError) return '';
    throw error;
  } finally {
    await handle.close();
  }
}
