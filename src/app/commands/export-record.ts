import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { type CheckpointServices, downloadRecord, latestCheckpoint } from '#platform/record';

/** Writes the record as anyone can download it. FILE appears whole or not at all. */
export async function exportRecord(services: CheckpointServices, file: string): Promise<void> {
  const draft = `${file}.part`;
  const output = createWriteStream(draft, { flush: true });
  try {
    await once(output, 'open');
    const { database, key } = services;
    const record = downloadRecord(database, await latestCheckpoint(services), key.publicKey);
    for await (const text of record) if (!output.write(text)) await once(output, 'drain');
    output.end();
    await once(output, 'close');
    await rename(draft, file);
  } catch (error) {
    output.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}
