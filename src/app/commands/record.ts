import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type CheckpointServices,
  downloadRecord,
  explainFault,
  explainReport,
  openLogKey,
  readVerifier,
  verifyFile,
} from '#platform/record';
import { systemClock } from '../system-clock.ts';
import { type Command, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export const recordVerify: Command = {
  name: 'record verify',
  takes: 'FILE [--key KEY] [--checkpoint OLDFILE]',
  says: 'checks a downloaded record, offline; status 0 when it is whole, 1 when it is not, 2 when it could not be checked',
  async run(given, terminal) {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { key: { type: 'string' }, checkpoint: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined) {
      usage(recordVerify, 'Give the file of the downloaded record.', terminal);
      return 2;
    }
    return verifyRecord({ ...values, file }, terminal.out);
  },
};

export const recordExport: Command = {
  name: 'record export',
  takes: 'FILE',
  says: 'writes the whole public record, as anyone can download it',
  async run([file], terminal) {
    if (file === undefined) return usage(recordExport, 'Give the file to write.', terminal);
    const { dataFolder, recordName } = terminal.configuration;
    const key = openLogKey({ folder: dataFolder, name: recordName });
    await withDatabase(terminal.configuration, (database) =>
      exportRecord({ database, clock: systemClock, key }, file),
    );
    terminal.out(`The record was written to ${file}. Check it with: accord record verify ${file}`);
    return 0;
  },
};

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

/** Writes the record as anyone can download it. FILE appears whole or not at all. */
export async function exportRecord(services: CheckpointServices, file: string): Promise<void> {
  const draft = `${file}.part`;
  const output = createWriteStream(draft, { flush: true });
  try {
    await once(output, 'open');
    for await (const text of downloadRecord(services)) if (!output.write(text)) await once(output, 'drain');
    output.end();
    await once(output, 'close');
    await rename(draft, file);
  } catch (error) {
    output.destroy();
    await rm(draft, { force: true });
    throw error;
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
