import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { type Fields, readMultipart } from './read-multipart.ts';

const boundary = 'xYzZY';
type Part = Readonly<{ name: string; filename?: string; type?: string; holds: string | Buffer }>;

const written = (parts: readonly Part[], end = `--${boundary}--\r\n`): Buffer =>
  Buffer.concat([
    ...parts.map(({ name, filename, type, holds }) => {
      const file = filename === undefined ? '' : `; filename="${filename}"`;
      const typed = type === undefined ? '' : `Content-Type: ${type}\r\n`;
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${typed}\r\n`;
      return Buffer.concat([Buffer.from(head), Buffer.from(holds), Buffer.from('\r\n')]);
    }),
    Buffer.from(end),
  ]);

const limits = { most: 2, bytesEach: 100 };
const csrf = { name: 'csrf', holds: 'token' };
const paper = { name: 'paper', filename: 'Report.pdf', type: 'application/pdf', holds: '%PDF-1.7' };

/** What comes of a form that arrives in pieces of so many bytes. */
async function read(
  form: Buffer,
  {
    mayBring = () => true,
    pieces = 16,
  }: Readonly<{ mayBring?: (fields: Fields) => boolean; pieces?: number }> = {},
) {
  const stream = new PassThrough();
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const request = Object.assign(stream, { headers }) as unknown as IncomingMessage;
  const reading = readMultipart(request, limits, mayBring);
  for (let at = 0; at < form.length; at += pieces) stream.write(form.subarray(at, at + pieces));
  stream.end();
  return reading;
}

describe('a form with files', () => {
  test('is read as it was sent: answers, ticked boxes, files to the byte', async () => {
    const tick = [
      { name: 'tick', holds: 'a' },
      { name: 'tick', holds: 'ö £' },
    ];
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 0]);
    const { fields, files, unread } = await read(written([csrf, ...tick, { ...paper, holds: bytes }]));
    expect({ ...fields }).toEqual({ csrf: ['token'], tick: ['a', 'ö £'] });
    expect(files).toMatchObject([
      { field: 'paper', filename: 'Report.pdf', declaredType: 'application/pdf' },
    ]);
    expect(files[0]?.bytes.equals(bytes)).toBe(true);
    expect(files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(unread).toEqual({});
  });

  test.each([1, 7, 64, 10_000])('arrives whole in pieces of %d bytes', async (pieces) => {
    const { files } = await read(written([csrf, paper, paper]), { pieces });
    expect(files.map(({ bytes }) => bytes.toString())).toEqual(['%PDF-1.7', '%PDF-1.7']);
  });

  test('names files as people do, made safe', async () => {
    const names = ['Übersicht £ 日本.pdf', '../../etc/passwd', 'C:\\\\temp\\\\a.pdf'];
    const found = await Promise.all(
      names.map(async (filename) => (await read(written([csrf, { ...paper, filename }]))).files[0]?.filename),
    );
    expect(found).toEqual(['Übersicht £ 日本.pdf', 'passwd', 'a.pdf']);
  });

  test('in which no file was chosen has none', async () => {
    const none = { name: 'paper', filename: '', type: 'application/octet-stream', holds: '' };
    expect(await read(written([csrf, none]))).toMatchObject({ files: [], unread: {} });
  });

  test('whose text calls itself a file type is text still', async () => {
    const typed = { name: 'note', type: 'application/octet-stream', holds: 'text' };
    expect((await read(written([csrf, typed]))).fields['note']).toEqual(['text']);
  });
});

describe('what is too much', () => {
  test('a file of one byte too many is let go, said in a sentence, and the answers are kept', async () => {
    const large = { ...paper, holds: 'x'.repeat(101) };
    const { fields, files, unread } = await read(written([csrf, large, paper]));
    expect(fields['csrf']).toEqual(['token']);
    expect([files, unread]).toEqual([
      [],
      { paper: '“Report.pdf” is larger than 100 bytes. Choose a smaller file, or split it' },
    ]);
    expect((await read(written([csrf, { ...paper, holds: 'x'.repeat(100) }]))).files).toHaveLength(1);
  });

  test('a file of gigabytes is answered before it has arrived', async () => {
    const stream = new PassThrough();
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const request = Object.assign(stream, { headers }) as unknown as IncomingMessage;
    const reading = readMultipart(request, limits, () => true);
    stream.write(written([csrf, { ...paper, holds: 'x'.repeat(1000) }], ''));
    expect((await reading).unread['paper']).toContain('larger than');
    // The rest still comes, and is thrown away.
    for (let piece = 0; piece < 100; piece += 1) stream.write(Buffer.alloc(100_000));
    await vi.waitFor(() => expect(stream.readableLength).toBe(0));
  });

  test('one file more than there may be', async () => {
    const { files, unread } = await read(written([csrf, paper, paper, paper]));
    expect([files.length, unread]).toEqual([0, { paper: 'Choose no more than 2 files' }]);
  });

  test.each([
    ['answers longer than a form’s', [{ name: 'note', holds: 'x'.repeat(300_000) }]],
    ['a name without end', [{ name: 'n'.repeat(4000), holds: '' }]],
    ['thousands of answers', Array.from({ length: 3000 }, () => ({ name: 'a', holds: '' }))],
  ])('%s', async (_, parts) => {
    await expect(read(written([csrf, ...parts]), { pieces: 4096 })).rejects.toMatchObject({
      statusCode: 413,
    });
  });
});

describe('a file', () => {
  test('is not taken from a form that may not be sent: not a byte of it is kept', async () => {
    const asked: unknown[] = [];
    const mayBring = (fields: Fields) => {
      asked.push({ ...fields });
      return false;
    };
    const { files } = await read(written([csrf, paper, { name: 'late', holds: 'x' }]), { mayBring });
    expect([files, asked]).toEqual([[], [{ csrf: ['token'] }]]);
  });

  test('that stands before the answers brings nothing: what came before it is judged', async () => {
    const mayBring = ({ csrf: token }: Fields) => token !== undefined;
    expect((await read(written([paper, csrf]), { mayBring })).files).toEqual([]);
  });
});

describe('what is no form', () => {
  test.each([
    ['that ends in the middle of a file', written([csrf, paper], '').subarray(0, -6)],
    ['of another boundary', Buffer.from(written([csrf]).toString().replaceAll(boundary, 'other'))],
    ['of nothing', Buffer.alloc(0)],
    ['of JSON', Buffer.from('{"csrf":"token"}')],
  ])('a body %s is refused, not waited for', async (_, body) => {
    await expect(read(body)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('a sender who goes away is not waited for', async () => {
    const stream = new PassThrough();
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const reading = readMultipart(
      Object.assign(stream, { headers }) as unknown as IncomingMessage,
      limits,
      () => true,
    );
    stream.write(written([csrf, paper], '').subarray(0, 60));
    stream.destroy();
    await expect(reading).rejects.toMatchObject({ statusCode: 400 });
  });
});
