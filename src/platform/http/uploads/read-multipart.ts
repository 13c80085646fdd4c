import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { formatBytes } from '#platform/kernel';
import type { FieldErrors } from '../form.ts';
import { safeFilename } from './file-names.ts';
import type { UploadedFile } from './uploaded-file.ts';

/** Answered as any other request that cannot be read: with this status and in words. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';
  readonly statusCode: number;

  constructor(statusCode: 400 | 413 | 415, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

export type UploadLimits = Readonly<{ most: number; bytesEach: number }>;
export type Fields = Readonly<Record<string, readonly string[]>>;
type MultipartRead = Readonly<{ fields: Fields; files: readonly UploadedFile[]; unread: FieldErrors }>;

/** Answers are as small here as in any other form. */
const answers = { bytes: 256 * 1024, count: 2000, nameCharacters: 200 };

/**
 * Reads a form with files (RFC 7578). Fields come before files in our forms: at the first file `mayBring` is asked
 * whether what has come so far shows that the form may be sent; if not, nothing more is read. Nor is what comes after a
 * file that is too large or one too many: no file is handed on then, and `unread` says why, so that the form can be shown
 * again at once with its answers. What is not read is thrown away as it comes.
 */
export function readMultipart(
  request: IncomingMessage,
  limits: UploadLimits,
  mayBring: (fields: Fields) => boolean,
): Promise<MultipartRead> {
  const fields: Record<string, string[]> = Object.create(null);
  const files: UploadedFile[] = [];
  const unread: Record<string, string> = {};
  let allowed: boolean | undefined;
  let answerBytes = 0;
  let begun = 0;

  return new Promise((resolve, reject) => {
    const parser = parserOf(request);
    if (parser === undefined) return reject(new UnreadableForm(400, 'no boundary'));

    let over = false;
    const stop = (): void => {
      over = true;
      request.unpipe(parser);
      request.off('close', onClose);
      request.resume();
    };
    const finish = (taken: readonly UploadedFile[]): void => {
      stop();
      resolve({ fields, files: taken, unread });
    };
    const fail = (status: 400 | 413, why: string): void => {
      stop();
      reject(new UnreadableForm(status, why));
    };
    const onClose = (): void => {
      if (!request.readableEnded) fail(400, 'ended early');
    };

    parser.on('field', (name, value, nameTruncated, valueTruncated) => {
      answerBytes += Buffer.byteLength(name ?? '') + Buffer.byteLength(value);
      const isLongName = nameTruncated || (name?.length ?? 0) > answers.nameCharacters;
      if (isLongName || valueTruncated || answerBytes > answers.bytes) return fail(413, 'long answers');
      (fields[name ?? ''] ??= []).push(value);
    });
    parser.on('file', (field, contents, filename, _encoding, declaredType) => {
      if (over) return void contents.resume();
      allowed ??= mayBring(fields);
      if (!allowed) return finish([]);
      const name = safeFilename(filename ?? '');
      if (filename !== '') begun += 1;
      const tooMany = begun > limits.most;
      // A box in which nothing was chosen comes as an empty file without a name.
      const took = (bytes: Buffer, sha256: string): void => {
        if (filename !== '' && !tooMany) files.push({ field, filename: name, declaredType, bytes, sha256 });
      };
      take(contents, tooMany ? 0 : limits.bytesEach, took, () => {
        unread[field] = tooMany
          ? `Choose no more than ${limits.most === 1 ? 'one file' : `${limits.most} files`}`
          : `“${name}” is larger than ${formatBytes(limits.bytesEach)}. Choose a smaller file, or split it`;
        finish([]);
      });
    });
    for (const limit of ['fieldsLimit', 'partsLimit', 'filesLimit'] as const)
      parser.on(limit, () => fail(413, limit));
    parser.on('finish', () => finish(files));
    parser.on('error', () => fail(400, 'not written as forms are'));
    request.once('close', onClose);
    request.pipe(parser);
  });
}

function parserOf({ headers }: IncomingMessage): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      isPartAFile: (_field, _type, filename) => filename !== undefined,
      limits: {
        fieldSize: answers.bytes,
        fields: answers.count,
        parts: answers.count,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    return undefined;
  }
}

/** Gathers a file of at most so many bytes; one byte more and it is let go, and `tooLarge` told. */
function take(
  contents: Readable,
  bytesMost: number,
  took: (bytes: Buffer, sha256: string) => void,
  tooLarge: () => void,
): void {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  contents.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bytesMost) {
      chunks.length = 0;
      contents.removeAllListeners('data').resume();
      return tooLarge();
    }
    chunks.push(chunk);
    hash.update(chunk);
  });
  // Said by the parser itself, whose error ends the form.
  contents.on('error', () => undefined);
  contents.on('end', () => {
    if (bytes <= bytesMost) took(Buffer.concat(chunks), hash.digest('hex'));
  });
}
