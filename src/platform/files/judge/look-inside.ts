import type { Inside } from './inside.ts';
import { lookInsideArchive } from './look-inside-archive.ts';
import { lookInsideText } from './look-inside-text.ts';

const starts = (bytes: Buffer, ...numbers: readonly number[]): boolean =>
  numbers.every((number, at) => bytes[at] === number);
const startsWith = (bytes: Buffer, text: string): boolean =>
  bytes.subarray(0, text.length).toString('latin1') === text;

type Signature = Readonly<{ is(bytes: Buffer): boolean; inside: Inside }>;

const disguised = (says: string): Inside => ({
  says,
  disguised: true,
  remedy: 'Programs and scripts are not taken',
});

/** First bytes that tell; the first that fits counts. */
const signatures: readonly Signature[] = [
  {
    is: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
    inside: { kind: 'png', says: 'a PNG picture' },
  },
  { is: (bytes) => starts(bytes, 0xff, 0xd8, 0xff), inside: { kind: 'jpeg', says: 'a JPEG picture' } },
  { is: (bytes) => startsWith(bytes, 'MZ'), inside: disguised('a program for Windows') },
  { is: (bytes) => starts(bytes, 0x7f, 0x45, 0x4c, 0x46), inside: disguised('a program for Linux') },
  {
    is: (bytes) =>
      ['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe'].includes(
        bytes.subarray(0, 4).toString('hex'),
      ),
    inside: disguised('a program'),
  },
  { is: (bytes) => startsWith(bytes, '#!'), inside: disguised('a script') },
  { is: (bytes) => starts(bytes, 0x4c, 0, 0, 0, 1, 0x14, 2, 0), inside: disguised('a shortcut of Windows') },
  {
    is: (bytes) => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0),
    inside: {
      says: 'an older Office document, or one with a password',
      remedy: 'Save it without a password as PDF, DOCX or XLSX',
    },
  },
  {
    is: (bytes) => startsWith(bytes, '{\\rtf'),
    inside: { says: 'rich text (RTF)', remedy: 'Save it as PDF or DOCX' },
  },
  {
    is: (bytes) => starts(bytes, 0x1f, 0x8b) || startsWith(bytes, 'Rar!') || startsWith(bytes, '7z'),
    inside: { says: 'an archive', remedy: 'Add the files in it one by one', disguised: true },
  },
];

/** Looks at what a file holds, and into what it contains. Bounded in time and memory, whatever it holds. */
export async function lookInside(bytes: Buffer): Promise<Inside> {
  const known = signatures.find(({ is }) => is(bytes));
  if (known !== undefined) return known.inside;
  if (pdfStart.test(bytes.subarray(0, 64).toString('latin1'))) return pdf(bytes);
  if (startsWith(bytes, 'PK')) return lookInsideArchive(bytes);
  return lookInsideText(bytes);
}

const pdfStart = /^(?:\xEF\xBB\xBF)?\s*%PDF-\d/;

/** The dictionary that says how a PDF is encrypted is never itself compressed or encrypted. */
function pdf(bytes: Buffer): Inside {
  return /\/Encrypt(?:\s+\d+\s+\d+\s+R|\s*<<)/.test(bytes.toString('latin1'))
    ? { says: 'a PDF that is locked with a password or restrictions', remedy: 'Save it without them' }
    : { kind: 'pdf', says: 'a PDF' };
}
