import { isUtf8 } from 'node:buffer';

/** Text as it can be stored and searched: composed, without control characters, with single spaces and no empty lines. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\f\v\u2028\u2029]/g, '\n')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** What was written as UTF-8, or else as Windows writes Western European text. */
export const decoded = (bytes: Buffer): string =>
  new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
