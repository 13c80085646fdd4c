import { getDocumentProxy } from 'unpdf';
import { limits } from './limits.ts';

/** The text of a PDF page by page, until there is enough of it. */
export async function pdfText(bytes: Buffer): Promise<Readonly<{ text: string; pages: number }>> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages && length <= limits.textCharacters; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    page.cleanup();
    pages.push(text);
    length += text.length;
  }
  return { text: pages.join('\n'), pages: document.numPages };
}
