import { expect, test } from 'vitest';
import iconv from 'iconv-lite';
import { decode, decoder, detectEncoding, type Encoding, encodings } from './encoding.ts';

const line = 'Net Amount (£),O’Brien – Café,£1,234.50\r\n';

function written(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = decode(
    Uint8Array.from({ length: 256 }, (_, n) => n),
    encoding,
  );
  return Uint8Array.from(Array.from(text), (sign) => {
    const byte = table.indexOf(sign);
    return byte < 0 ? 63 : byte;
  });
}

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const)(
  '%s is recognised',
  (encoding) => {
    const bytes = written(line.repeat(20), encoding);
    const found = detectEncoding(bytes);
    expect(found).toEqual({ encoding, markBytes: 0 });
    expect(decode(bytes, found.encoding)).toBe(line.repeat(20));
  },
);

test('code page 850 is recognised by its pound sign', () => {
  const bytes = written('Net Amount(£),Caf\u00e9\n', 'cp850');
  expect(detectEncoding(bytes).encoding).toBe('cp850');
  expect(decode(bytes, 'cp850')).toBe('Net Amount(£),Café\n');
});

test('a mark is skipped, and a second one with it', () => {
  const mark = [0xef, 0xbb, 0xbf];
  expect(detectEncoding(Uint8Array.from([...mark, 97]))).toEqual({ encoding: 'utf-8', markBytes: 3 });
  expect(detectEncoding(Uint8Array.from([...mark, ...mark, 97]))).toEqual({
    encoding: 'utf-8',
    markBytes: 6,
  });
  expect(detectEncoding(Uint8Array.from([0xff, 0xfe, 97, 0])).markBytes).toBe(2);
});

test('a character cut in two by the pieces is put together again', () => {
  const bytes = Buffer.from(line);
  const pieces = decoder('utf-8');
  const cut = bytes.indexOf(0xc2) + 1;
  const read =
    pieces.write(bytes.subarray(0, cut)) + pieces.write(bytes.subarray(cut)) + (pieces.end() ?? '');
  expect(read).toBe(line);
});

test.each(encodings)('%s is decoded as its library does it, whatever the bytes are', (encoding) => {
  const bytes = Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 7) % 256));
  expect(decode(bytes, encoding)).toBe(iconv.decode(bytes, encoding, { stripBOM: false }));
});
