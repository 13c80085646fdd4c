import { isUtf8 } from 'node:buffer';
import type { Inside } from './inside.ts';

/** Control characters that no text has, in Latin-1 as little as in UTF-8; a form feed parts pages. */
const binary = /(?![\t\n\f\r\u0080-\u009F])\p{Cc}/u;
const bom = /^\uFEFF/;
const webPage =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const active = /<(?:script|iframe|object|embed|applet)\b|\son[a-z]+\s*=|javascript:/i;
const drawing = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*(?:<!doctype\s+svg[^>]*>\s*)?<svg\b/i;

/** What a file that is no picture and no container is: text, a web page, or something that is not taken. */
export function lookInsideText(bytes: Buffer): Inside {
  const text = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1').replace(bom, '');
  if (binary.test(text)) return { says: 'no file of a kind that is taken', disguised: true };
  if (webPage.test(text))
    return active.test(text)
      ? { says: 'a web page with a program in it', remedy: 'Save it as PDF' }
      : { kind: 'html', says: 'a web page' };
  if (drawing.test(text))
    return { says: 'a drawing (SVG)', remedy: 'Save it as PDF or PNG', disguised: true };
  return { kind: 'text', says: 'plain text' };
}
