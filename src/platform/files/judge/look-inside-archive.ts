import type { FileKind } from '../file-kinds.ts';
import { type Archive, openArchive } from '../archive.ts';
import type { Inside } from './inside.ts';

/** What an archive holds may be so much larger than the archive; a document of repeated text is 30 times. */
const limits = { ratio: 200, freeBytes: 20_000_000, bytes: 1_000_000_000 };

const officeKinds: readonly (readonly [type: string, kind: FileKind, says: string])[] = [
  ['wordprocessingml.document.main+xml', 'docx', 'a Word document'],
  ['spreadsheetml.sheet.main+xml', 'xlsx', 'an Excel workbook'],
];
const openKinds: Readonly<Record<string, readonly [kind: FileKind, says: string]>> = {
  'application/vnd.oasis.opendocument.text': ['odt', 'an OpenDocument text'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods', 'an OpenDocument spreadsheet'],
};
const withoutMacros = 'Save it without them';

/** What a zip archive is by what is in it: a document of Office or OpenDocument, or something that is not taken. */
export async function lookInsideArchive(bytes: Buffer): Promise<Inside> {
  const archive = await openArchive(bytes);
  if (archive === undefined) return { says: 'a damaged archive', remedy: 'Save it again, or as PDF' };
  if (isBomb(archive, bytes.length))
    return {
      says: 'an archive that grows without measure when it is opened',
      remedy: 'Save it as PDF',
      disguised: true,
    };
  if (archive.entries.some(({ isEncrypted }) => isEncrypted))
    return { says: 'a document with a password', remedy: 'Save it without a password' };

  const names = new Set(archive.entries.map(({ name }) => name));
  if (names.has('mimetype')) return openDocument(archive, names);
  if (names.has('[Content_Types].xml')) return officeDocument(archive, names);
  const isJava = names.has('META-INF/MANIFEST.MF');
  return isJava
    ? { says: 'a program (Java)', remedy: 'Programs are not taken', disguised: true }
    : { says: 'an archive (ZIP)', remedy: 'Add the files in it one by one', disguised: true };
}

function isBomb({ entries }: Archive, packed: number): boolean {
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  return unpacked > limits.bytes || (unpacked > limits.freeBytes && unpacked > packed * limits.ratio);
}

async function officeDocument(archive: Archive, names: ReadonlySet<string>): Promise<Inside> {
  const types = (await archive.read('[Content_Types].xml', partBytes))?.toString('utf8') ?? '';
  const hasMacros =
    /macroEnabled|vbaProject/i.test(types) ||
    [...names].some((name) => /vbaProject|macrosheets\//i.test(name));
  if (hasMacros) return { says: 'an Office document with macros', remedy: withoutMacros };
  const [, kind, says] = officeKinds.find(([type]) => types.includes(type)) ?? [];
  return kind === undefined || says === undefined
    ? { says: 'an Office document of a kind that is not taken', remedy: 'Save it as PDF' }
    : { kind, says };
}

async function openDocument(archive: Archive, names: ReadonlySet<string>): Promise<Inside> {
  const type = (await archive.read('mimetype', 200))?.toString('utf8').trim() ?? '';
  const [kind, says] = openKinds[type] ?? [];
  if (kind === undefined || says === undefined)
    return { says: 'an OpenDocument file of a kind that is not taken', remedy: 'Save it as PDF' };
  if ([...names].some((name) => /^(?:Basic|Scripts)\//.test(name)))
    return { says: 'an OpenDocument file with macros', remedy: withoutMacros };
  const manifest = (await archive.read('META-INF/manifest.xml', partBytes))?.toString('utf8') ?? '';
  return manifest.includes('encryption-data')
    ? { says: 'a document with a password', remedy: 'Save it without a password' }
    : { kind, says };
}

const partBytes = 1_000_000;
