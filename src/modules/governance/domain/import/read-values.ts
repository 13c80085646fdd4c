import {
  civilDate,
  type IsoDate,
  isoDate,
  type Money,
  months,
  normaliseTypedPassage,
  ok,
  parseMoney,
  refuse,
  type Result,
  type WallTime,
  wallTime,
} from '#platform/kernel';

/** What is wrong with a value, and how to mend it. */
export type ValueFault = Readonly<{ wrong: string; mend: string }>;
const fault = (wrong: string, mend: string) => refuse<ValueFault>({ wrong, mend });

export type DayAndTime = Readonly<{ on: IsoDate; at: WallTime | undefined }>;

const clock = /[ T,]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?:Z|\+00:?00)?$/i;
const weekdayFirst = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i;
const asDay = 'Write it like 9 July 2008, 09/07/2008 or 2008-07-09, the day first';

/**
 * A day as councils’ systems write it: 2008-07-09, 09/07/2008, 9 Jul 2008, Wednesday 9th July 2008, each with or without a
 * time. In figures the day always comes first.
 */
export function readDay(text: string): Result<DayAndTime, ValueFault> {
  const time = clock.exec(text);
  const at = time === null ? undefined : readTime(time);
  if (time !== null && at === undefined) return fault('The time is no time of day', 'Write it like 17:00');
  const written = (time === null ? text : text.slice(0, time.index)).replace(weekdayFirst, '').trim();
  const iso = isoDate(written);
  if (iso.ok) return ok({ on: iso.value, at });
  const found =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d+)$/.exec(written) ??
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d+)$/i.exec(written);
  if (found === null) {
    return /^\d{5}$/.test(written)
      ? fault(
          'This is a spreadsheet’s number for a day',
          'Format the column as a date and save the file again',
        )
      : fault('This is not a date', asDay);
  }
  const [, day = '', month = '', year = ''] = found;
  if (year.length !== 4)
    return fault('The year does not have four digits', 'Write the year in full, like 2008');
  const number = monthNumber(month);
  if (number === undefined) return fault(`“${month}” is not a month`, asDay);
  if (number > 12) return fault(`There is no month ${number}`, 'Write the day first: 13/07/2008 is 13 July');
  const date = civilDate(Number(year), number, Number(day));
  return date.ok ? ok({ on: date.value, at }) : fault('There is no such day in that month', asDay);
}

function readTime([, hours = '', minutes = '', half = '']: RegExpExecArray): WallTime | undefined {
  const twelve = half.toLowerCase().startsWith('p') ? 12 : 0;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + twelve;
  const time = wallTime(`${String(hour).padStart(2, '0')}:${minutes}`);
  return time.ok ? time.value : undefined;
}

function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = months.findIndex((month) => month.toLowerCase().startsWith(text.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}

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
