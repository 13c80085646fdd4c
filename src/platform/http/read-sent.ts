import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { formatBytes, listInWords, ok, refuse, type Result } from '#platform/kernel';
import type { KeyRoute } from './route.ts';
import { type Answer, problem } from './send.ts';
import { UnreadableForm } from './uploads/read-multipart.ts';
import type { UploadedFile } from './uploads/uploaded-file.ts';

/** The name under which a handler finds what a program sent. */
export const sentField = 'sent';

/**
 * Reads what a program sent, where it is written in a way that the address takes and is not too long. What is too long is let go
 * as it comes, so that the answer reaches whoever sends it.
 */
export async function readSent(
  { raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>,
  takes: KeyRoute['takes'] = {},
): Promise<Result<UploadedFile, Answer>> {
  const declaredType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const bytesMost = Object.hasOwn(takes, declaredType) ? takes[declaredType] : undefined;
  if (bytesMost === undefined) {
    raw.resume();
    const types = listInWords(Object.keys(takes));
    return refuse(problem(415, 'Not read', `This address takes ${types}. Say in Content-Type which it is.`));
  }
  const bytes = await gather(raw, bytesMost);
  if (bytes === undefined)
    return refuse(
      problem(413, 'Too long', `At most ${formatBytes(bytesMost)} are taken at once. Part it in two.`),
    );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ field: sentField, filename: sentField, declaredType, bytes, sha256 });
}

/** Everything that comes, or undefined where it is more than so many bytes. */
function gather(request: FastifyRequest['raw'], bytesMost: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bytesMost) return void chunks.push(chunk);
      chunks.length = 0;
      request.removeAllListeners('data').resume();
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => reject(new UnreadableForm(400, 'ended early')));
    request.on('error', () => reject(new UnreadableForm(400, 'ended early')));
  });
}
