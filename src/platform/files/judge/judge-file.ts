import { ok, refuse, type Result } from '#platform/kernel';
import { type FileKind, kindByMediaType, kindByName } from '../file-kinds.ts';
import { lookInside } from './look-inside.ts';
import type { Inside } from './inside.ts';

/** A file as somebody hands it in. */
export type GivenFile = Readonly<{ filename: string; declaredType: string; bytes: Buffer }>;

/** Why a file is not taken. `content` is what it is, in words; the others are what it says it is. */
export type FileRefusal =
  | Readonly<{ why: 'empty' }>
  | Readonly<{ why: 'not-taken'; content: string; remedy: string }>
  | Readonly<{ why: 'lies'; content: string; claim: 'name' | 'type'; named: string }>;

/** What senders say when they do not know, or know only that it is some archive or text. */
const saysNothing = new Set([
  '',
  'application/octet-stream',
  'application/x-zip-compressed',
  'application/zip',
]);
/** What some browsers call a file of this kind besides its own media type. */
const alsoCalled: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  csv: ['application/vnd.ms-excel', 'text/plain', 'application/csv'],
  pdf: ['application/x-pdf'],
  html: ['application/xhtml+xml'],
  jpeg: ['image/jpg', 'image/pjpeg'],
};

/**
 * Judges a file by its bytes and by what is in it when it is a container. Its name and the type its sender declares must
 * say the same: a paper that lies about its type is refused, whichever of them lies.
 */
export async function judgeFile(given: GivenFile): Promise<Result<FileKind, FileRefusal>> {
  const { filename, declaredType, bytes } = given;
  if (bytes.length === 0) return refuse({ why: 'empty' });
  const inside = await lookInside(bytes);
  const named = kindByName(filename);

  const kind = inside.kind === 'text' && named === 'csv' ? 'csv' : inside.kind;
  if (kind === undefined) return refuse(notTaken(inside, named, filename));
  if (named !== kind)
    return refuse({ why: 'lies', content: inside.says, claim: 'name', named: endingOf(filename) });

  const type = declaredType.split(';')[0]?.trim().toLowerCase() ?? '';
  const agrees =
    saysNothing.has(type) || kindByMediaType(type) === kind || alsoCalled[kind]?.includes(type) === true;
  return agrees
    ? ok(kind)
    : refuse({ why: 'lies', content: inside.says, claim: 'type', named: type.slice(0, 100) });
}

/** What is none of ours but has the name of one of ours lies; what has its own name is just not taken. */
function notTaken(inside: Inside, named: FileKind | undefined, filename: string): FileRefusal {
  return named !== undefined && inside.disguised === true
    ? { why: 'lies', content: inside.says, claim: 'name', named: endingOf(filename) }
    : { why: 'not-taken', content: inside.says, remedy: inside.remedy ?? 'Save it as PDF' };
}

const endingOf = (filename: string): string =>
  /\.[A-Za-z0-9]+$/.exec(filename)?.[0]?.toLowerCase() ?? 'no ending';
