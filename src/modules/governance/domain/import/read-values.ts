import {
  type Money,
  normaliseTypedPassage,
  ok,
  parseMoney,
  refuse,
  type Result,
  type ValueFault,
} from '#platform/kernel';

const fault = (wrong: string, mend: string) => refuse<ValueFault>({ wrong, mend });

/** Yes or no, as systems write it. */
export function readYesNo(text: string): Result<boolean, ValueFault> {
  if (/^(?:y|yes|true|1|x|key|key decision)$/i.test(text)) return ok(true);
  if (/^(?:n|no|false|0|-|non-key|non key|not key)$/i.test(text)) return ok(false);
  return fault('This is neither yes nor no', 'Write yes or no');
}

/** An amount in pounds. */
export function readAmount(text: string): Result<Money, ValueFault> {
  const read = parseMoney(text);
  return read.ok
    ? read
    : fault('This is not an amount of money', 'Write it in pounds, like 42840 or £42,840.00');
}

/** A list in one cell: one on each line, or parted by semicolons. “None” is the list of nothing. */
export function readList(text: string): readonly string[] {
  if (/^(?:none|nil|n\/a|none declared|none considered|not applicable)\.?$/i.test(text)) return [];
  return text
    .split(/[\n;]+/)
    .map((each) => each.replace(/^[\s•*–-]+/u, '').trim())
    .filter((each) => each !== '');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
};

/**
 * The text of a cell without the markup that web systems leave in it: paragraphs and list items become lines. What is left
 * is text and nothing else; a sign like < that opens no tag stays.
 */
export function plainText(markup: string): string {
  const lines = markup
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<!--[\s\S]*?-->/g, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, ' ');
  return normaliseTypedPassage(
    lines
      .replaceAll(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
      .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => character(Number.parseInt(code, 16)))
      .replaceAll(/&([a-z]{2,6});/gi, (whole, name: string) => named[name.toLowerCase()] ?? whole),
  );
}

const character = (code: number): string =>
  code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
