import { isAscii, isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { StringDecoder } from 'node:string_decoder';
import type * as iconvLite from 'iconv-lite';

/** The character encodings that councils’ files are found in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850', 'macintosh'] as const;
export type Encoding = (typeof encodings)[number];

export type DetectedEncoding = Readonly<{
  encoding: Encoding;
  /** Bytes at the start that only say how the rest is written; some files carry the mark twice. */
  markBytes: number;
}>;

/**
 * How a file is written, judged from all of its bytes: by its mark, by where its NUL bytes stand, by being valid UTF-8, and
 * otherwise by which old code page reads its other bytes as what a British council writes, the pound sign above all.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const markBytes = utf8Marks(bytes);
  if (markBytes > 0 && isUtf8(bytes.subarray(markBytes))) return { encoding: 'utf-8', markBytes };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', markBytes: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', markBytes: 2 };
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return { encoding: wide, markBytes: 0 };
  if (isUtf8(bytes)) return { encoding: 'utf-8', markBytes: 0 };
  return { encoding: likeliestCodePage(bytes), markBytes };
}

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

function utf8Marks(bytes: Uint8Array): number {
  let length = 0;
  while (startsWith(bytes, [0xef, 0xbb, 0xbf], length)) length += 3;
  return length;
}

/** Plain text of two bytes a character has a NUL in every other place, and text of one byte has none. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length, 64 * 1024);
  if (looked < 4) return undefined;
  const nuls = [0, 0];
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const most = looked / 2;
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  if (even > most * 0.6 && odd < most * 0.1) return 'utf-16be';
  return undefined;
}

/** What a council’s text holds besides plain letters, and how much each speaks for the code page that shows it. */
const likely = new Map<string, number>([
  ...Array.from('£', (sign) => [sign, 10] as const),
  ...Array.from('–—‘’“”…•', (sign) => [sign, 5] as const),
  ...Array.from('éèêëáàâäóòôöúùûüíìîïñçÉÈÁÓÖÜ½¼¾°®©™€·\u{a0}', (sign) => [sign, 2] as const),
]);

type CodePage = 'windows-1252' | 'cp850' | 'macintosh';

/** What each byte beyond ASCII speaks for a code page. */
const codePages = onceAsked(() =>
  (['windows-1252', 'cp850', 'macintosh'] as const).map((encoding) => ({
    encoding,
    speaks: signsOf(encoding).map((sign) => likely.get(sign) ?? -1),
  })),
);

function likeliestCodePage(bytes: Uint8Array): Encoding {
  const counts = countsOf(bytes);
  const scored = codePages().map(({ encoding, speaks }) => ({
    encoding,
    score: speaks.reduce((sum, each, index) => sum + (counts[index + 128] ?? 0) * each, 0),
  }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).encoding;
}

function countsOf(bytes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return counts;
}

/** The text of these bytes. What the encoding has no character for becomes U+FFFD and is never dropped. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const pieces = decoder(encoding);
  return pieces.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) + (pieces.end() ?? '');
}

export type Decoder = Readonly<{
  write(bytes: Buffer): string;
  /** What is left where the bytes ended in the middle of a character. */
  end(): string | undefined;
}>;

/** Decodes a file piece by piece, also where a piece ends in the middle of a character. */
export function decoder(encoding: Encoding): Decoder {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
      return new StringDecoder(encoding);
    case 'utf-16be':
      return iconv().getDecoder(encoding, { stripBOM: false });
    case 'windows-1252':
    case 'cp850':
    case 'macintosh':
      return codePageDecoder(encoding);
    default:
      return encoding satisfies never;
  }
}

/** Nearly every byte is ASCII, whose signs are the same in all code pages: only the others are looked up. */
function codePageDecoder(encoding: CodePage): Decoder {
  const signs = signsOf(encoding);
  return {
    write(bytes) {
      const text = bytes.toString('latin1');
      if (isAscii(bytes)) return text;
      return text.replaceAll(/[\u{80}-\u{ff}]/gu, (byte) => signs[byte.charCodeAt(0) - 128] ?? byte);
    },
    end: () => undefined,
  };
}

/** The signs of the bytes from 128 to 255. */
function signsOf(encoding: CodePage): readonly string[] {
  const known = signsKnown.get(encoding);
  if (known !== undefined) return known;
  const bytes = Buffer.from(Array.from({ length: 128 }, (_, index) => index + 128));
  const signs = Array.from(iconv().decode(bytes, encoding));
  signsKnown.set(encoding, signs);
  return signs;
}
const signsKnown = new Map<CodePage, readonly string[]>();

/** The bytes of a text. What the encoding has no character for becomes a question mark. */
export function encode(text: string, encoding: Encoding): Buffer {
  return iconv().encode(text, encoding, { addBOM: false });
}

function onceAsked<Value>(make: () => Value): () => Value {
  let made: Readonly<{ value: Value }> | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Loaded when the first old file is met: most are in UTF-8. */
const iconv = onceAsked(() => createRequire(import.meta.url)('iconv-lite') as typeof iconvLite);
