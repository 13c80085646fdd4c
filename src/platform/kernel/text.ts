const control = /[\p{Cc}\p{Cs}\u200B\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const lineBreak = /\r\n?|\u2028|\u2029/g;
const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** `1 day`, `5 days`, `142,800 people`. Give the plural when it is not the singular with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A number with its thousands parted: `142,800`. */
export function formatCount(count: number | bigint): string {
  return count.toLocaleString('en-GB');
}

/** `a`, `a and b`, `a, b and c`; empty for an empty list. */
export function listInWords(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}

/** The text with its first letter large: `The date of the decision`. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * At most so many characters as a reader counts them, broken between words where it can be, with an ellipsis
 * that counts as one.
 */
export function clip(text: string, maxCharacters: number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  if (characters.length <= maxCharacters) return text;
  const kept = characters.slice(0, Math.max(0, maxCharacters - 1));
  const lastSpace = kept.lastIndexOf(' ');
  const brokeInsideAWord = characters[kept.length] !== ' ';
  const end = brokeInsideAWord && lastSpace > maxCharacters / 2 ? lastSpace : kept.length;
  return `${kept.slice(0, end).join('').trimEnd()}…`;
}

/**
 * One line of typing, tidied: composed (NFC), no control or direction characters, single spaces, none at the
 * ends.
 */
export function normaliseTyped(text: string): string {
  return tidyLine(text.replaceAll(/[\r\n\t\u2028\u2029]/g, ' '));
}

/**
 * A passage of typing, tidied line by line as `normaliseTyped` does; paragraphs stay, with at most one empty
 * line between.
 */
export function normaliseTypedPassage(text: string): string {
  const lines = text
    .replaceAll(lineBreak, '\n')
    .split('\n')
    .map((line) => tidyLine(line.replaceAll('\t', ' ')));
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function tidyLine(line: string): string {
  return line.replaceAll(control, '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
