import { randomBytes } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Carrier } from './carrier.ts';
import { type Sender, writeMessage } from './write-message.ts';

/**
 * Puts each letter into a folder as a file, `<id>.eml`, where no mail server is set: whole or not at all, and once, since a
 * second try writes the same name. The files hold people's addresses and the links sent to them: the owner alone reads them.
 */
export function outboxCarrier(folder: string, from: Sender): Carrier {
  return {
    async carry(letter) {
      try {
        const message = await writeMessage(letter, from);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const unfinished = join(folder, `.${letter.id}.${randomBytes(4).toString('hex')}`);
        const file = await open(unfinished, 'wx', 0o600);
        try {
          await file.writeFile(message);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, join(folder, `${letter.id}.eml`));
        return { kind: 'delivered' };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        return { kind: 'away', why: `the outbox could not be written to (${code})` };
      }
    },
    close: () => undefined,
  };
}
