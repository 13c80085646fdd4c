import { htmlText } from './html-text.ts';
import { docxText, odtText } from './document-text.ts';
import { pdfText } from './pdf-text.ts';
import { decoded } from './tidy-text.ts';

export type TextOf = Readonly<{ text: string; pages?: number }>;

/** The text in a file of this kind, as it stands there; empty for a kind without. Throws at a damaged file. */
export async function textOf(kind: string, bytes: Buffer): Promise<TextOf> {
  switch (kind) {
    case 'pdf':
      return pdfText(bytes);
    case 'docx':
      return { text: await docxText(bytes) };
    case 'odt':
      return { text: await odtText(bytes) };
    case 'html':
      return { text: htmlText(decoded(bytes)) };
    case 'text':
    case 'csv':
      return { text: decoded(bytes) };
    default:
      return { text: '' };
  }
}
