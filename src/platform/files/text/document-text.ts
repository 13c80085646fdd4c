import { SaxesParser } from 'saxes';
import { type Archive, openArchive } from '../archive.ts';
import { limits } from './limits.ts';

/** How the parts of a document write text: what holds it, what stands for a space, a tab or a new line. */
type Marks = Readonly<{
  /** Elements whose own text counts; undefined where all text does. */
  holds: ReadonlySet<string> | undefined;
  /** Written where an element begins. */
  begins: Readonly<Record<string, string>>;
  /** Written where an element ends. */
  ends: Readonly<Record<string, string>>;
}>;

const word: Marks = {
  holds: new Set(['w:t']),
  begins: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' },
  ends: { 'w:p': '\n', 'w:tc': '\t' },
};
const open: Marks = {
  holds: undefined,
  begins: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
  ends: { 'text:p': '\n', 'text:h': '\n', 'table:table-cell': '\t' },
};

/** The text of a Word document (ECMA-376): the body, then what stands at the foot of pages and at its end. */
export async function docxText(bytes: Buffer): Promise<string> {
  const archive = await archiveOf(bytes);
  const parts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];
  const [body, ...notes] = await Promise.all(parts.map((part) => archive.read(part, limits.partBytes)));
  if (body === undefined) throw new Error('no body');
  return [body, ...notes].map((part) => (part === undefined ? '' : markedText(part, word))).join('\n');
}

/** The text of an OpenDocument text (ISO/IEC 26300). */
export async function odtText(bytes: Buffer): Promise<string> {
  const content = await (await archiveOf(bytes)).read('content.xml', limits.partBytes);
  if (content === undefined) throw new Error('no content');
  return markedText(content, open);
}

async function archiveOf(bytes: Buffer): Promise<Archive> {
  const archive = await openArchive(bytes);
  if (archive === undefined) throw new Error('a damaged archive');
  return archive;
}

/** Throws at XML that is not well formed, and at an entity of the document's own: none is ever expanded. */
function markedText(part: Buffer, { holds, begins, ends }: Marks): string {
  const written: string[] = [];
  const parser = new SaxesParser();
  let holding = 0;
  parser.on('opentag', ({ name }) => {
    if (holds?.has(name) === true) holding += 1;
    written.push(begins[name] ?? '');
  });
  parser.on('closetag', ({ name }) => {
    if (holds?.has(name) === true) holding -= 1;
    written.push(ends[name] ?? '');
  });
  parser.on('text', (text) => {
    if (holds === undefined || holding > 0) written.push(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(part.toString('utf8')).close();
  return written.join('');
}
