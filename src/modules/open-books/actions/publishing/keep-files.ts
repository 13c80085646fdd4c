import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportFile } from '../../domain/import/import.ts';
import { filePlace } from '../../store/folders.ts';

/** A file that is brought: its bytes, as a form sends them, or the path where it lies, which may be of any size. */
export type GivenFile = Readonly<{ filename: string }> &
  (Readonly<{ bytes: Buffer; path?: never }> | Readonly<{ path: string; bytes?: never }>);

/** Keeps the files of an import byte for byte in the private folder, and says what they are. */
export async function keepFiles(
  privateFolder: string,
  named: Readonly<{ bodyId: string; importId: string }>,
  files: readonly GivenFile[],
): Promise<readonly ImportFile[]> {
  const kept: ImportFile[] = [];
  for (const [position, file] of files.entries()) {
    const place = filePlace(privateFolder, named, position);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    kept.push({ filename: file.filename, ...(await keep(file, place)) });
  }
  return kept;
}

async function keep({ bytes, path }: GivenFile, place: string): Promise<Omit<ImportFile, 'filename'>> {
  const hash = createHash('sha256');
  if (bytes !== undefined) {
    // What a form sends lies nowhere else: it is there to stay before anybody is told that it was taken.
    await writeFile(place, bytes, { mode: 0o600, flush: true });
    return { sha256: hash.update(bytes).digest('hex'), bytes: bytes.length };
  }
  let length = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      hash.update(chunk);
      done(undefined, chunk);
    },
  });
  await pipeline(createReadStream(path), count, createWriteStream(place, { mode: 0o600 }));
  return { sha256: hash.digest('hex'), bytes: length };
}
