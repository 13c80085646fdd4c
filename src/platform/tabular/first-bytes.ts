/** So many bytes tell what a file is. */
export const startBytes = 8192;

export const isZip = (start: Buffer): boolean =>
  start.subarray(0, 4).equals(Buffer.from('PK\u{3}\u{4}', 'latin1'));
export const isOldWorkbook = (start: Buffer): boolean =>
  start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

const marks = [
  '%PDF',
  '\u{89}PNG',
  'GIF8',
  '\u{ff}\u{d8}\u{ff}',
  '\u{1f}\u{8b}',
  'Rar!',
  '7z\u{bc}\u{af}',
  'MZ',
  '\u{7f}ELF',
  'PAR1',
  'SQLite format',
];

/** Known kinds that hold no rows, and whatever is full of signs that no text has. */
export function isBinary(start: Buffer): boolean {
  const text = start.toString('latin1');
  if (marks.some((mark) => text.startsWith(mark))) return true;
  const control = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26)).length;
  const nuls = start.filter((byte) => byte === 0).length;
  return control - nuls > start.length * 0.05;
}
